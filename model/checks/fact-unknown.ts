import type { Problem } from './problem.ts'
import { references } from './references.ts'
import type { Subject } from './subject.ts'

/** An error: a text or a measure refers to a fact that is not there, and would read as withheld. */
export const factUnknown = (subject: Subject): Problem[] =>
  references(subject)
    .filter(({ fact }) => !subject.facts.has(fact))
    .map(({ fact, locale, unit, place }) => ({
      rule: 'fact-unknown',
      severity: 'error',
      locale,
      unit,
      place,
      params: { fact },
    }))
