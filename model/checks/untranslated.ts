import { unitInLocale } from '../units/locale-view.ts'
import type { Problem } from './problem.ts'
import { excerpt, placeOf, targetsOf, type Subject } from './subject.ts'

/** An error: a page in one language must not say a sentence in another. */
export function untranslated(subject: Subject): Problem[] {
  return targetsOf(subject).flatMap((locale) =>
    subject.units
      .filter(
        (unit) =>
          unitInLocale(unit, subject.translations.get(locale)?.get(unit.id)).state ===
          'untranslated',
      )
      .map((unit) => ({
        rule: 'untranslated',
        severity: 'error',
        locale,
        unit: unit.id,
        place: placeOf(unit),
        params: { text: excerpt(unit.content) },
      })),
  )
}
