import { unitInLocale } from '../units/locale-view.ts'
import type { Problem } from './problem.ts'
import { excerpt, placeOf, targetsOf, type Subject } from './subject.ts'

/**
 * A warning: the source changed after it was translated, and only a person can say whether the translation still holds.
 * It was made from the whole text, whatever the audience of this build sees of it.
 */
export function stale(subject: Subject): Problem[] {
  const { translations, texts } = subject.whole
  return targetsOf(subject).flatMap((locale) =>
    subject.units
      .filter(
        (unit) =>
          unitInLocale(
            { ...unit, content: texts.get(unit.id) ?? unit.content },
            translations.get(locale)?.get(unit.id),
          ).stale,
      )
      .map((unit) => ({
        rule: 'stale',
        severity: 'warning',
        locale,
        unit: unit.id,
        place: placeOf(unit),
        params: { text: excerpt(unit.content) },
      })),
  )
}
