import { isBlank } from '../document/text.ts'
import { samePassages } from '../units/audience-view.ts'
import type { Problem } from './problem.ts'
import { excerpt, placeOf, targetsOf, type Subject } from './subject.ts'

/**
 * An error: a translation marks other passages for an audience than its source, so that something internal may stand in
 * it unmarked.
 */
export const passageDiffers = (subject: Subject): Problem[] =>
  targetsOf(subject).flatMap((locale) =>
    subject.units
      .filter(({ id }) => {
        const source = subject.whole.texts.get(id)
        const translation = subject.whole.translations.get(locale)?.get(id)
        return (
          source !== undefined &&
          translation !== undefined &&
          !isBlank(translation.content) &&
          !samePassages(source, translation.content)
        )
      })
      .map((unit) => ({
        rule: 'passage-differs',
        severity: 'error',
        locale,
        unit: unit.id,
        place: placeOf(unit),
        params: { text: excerpt(unit.content) },
      })),
  )
