import { notesIn } from '../document/note.ts'
import { isBlank } from '../document/text.ts'
import type { Problem } from './problem.ts'
import { excerpt, placeOf, targetsOf, type Subject } from './subject.ts'

/** An error: a translation refers to other notes than its source, so that a note would be missing on its page. */
export const noteDiffers = ({ units, translations, ...subject }: Subject): Problem[] =>
  targetsOf({ units, translations, ...subject }).flatMap((locale) =>
    units
      .filter(({ id, content }) => {
        const translation = translations.get(locale)?.get(id)?.content ?? []
        const [here, there] = [new Set(notesIn(content)), new Set(notesIn(translation))]
        return (
          !isBlank(translation) &&
          (here.size !== there.size || [...here].some((note) => !there.has(note)))
        )
      })
      .map((unit) => ({
        rule: 'note-differs',
        severity: 'error',
        locale,
        unit: unit.id,
        place: placeOf(unit),
        params: { text: excerpt(unit.content) },
      })),
  )
