import { isPseudo } from '../pseudo/pseudo.ts'
import type { Problem } from './problem.ts'
import { excerpt, placeOf, targetsOf, type Subject } from './subject.ts'

/** An error: pseudo-text is there to try a layout, and says nothing to anybody, whoever confirmed it. */
export function pseudo(subject: Subject): Problem[] {
  return targetsOf(subject).flatMap((locale) =>
    subject.units.flatMap((unit) => {
      const translation = subject.whole.translations.get(locale)?.get(unit.id)
      if (translation === undefined || !isPseudo(translation.content)) return []
      return [
        {
          rule: 'pseudo' as const,
          severity: 'error' as const,
          locale,
          unit: unit.id,
          place: placeOf(unit),
          params: { text: excerpt(unit.content) },
        },
      ]
    }),
  )
}
