import { maySee } from '../document/audience.ts'
import type { Problem } from './problem.ts'
import { references } from './references.ts'
import type { Subject } from './subject.ts'

/**
 * An error: a text goes to people who may not see a fact in it. For a build the measure is the build's audience;
 * otherwise it is the widest circle that gets the text. `params.fact` is the fact's name, or its id where it has none.
 */
export const factWithheld = (subject: Subject): Problem[] =>
  references(subject).flatMap(({ fact: id, locale, unit, place, audience }): Problem[] => {
    const fact = subject.facts.get(id)
    if (fact === undefined || maySee(subject.audience ?? audience, fact.audience)) return []
    return [
      {
        rule: 'fact-withheld',
        severity: 'error',
        locale,
        unit,
        place,
        params: { fact: fact.name === '' ? id : fact.name },
      },
    ]
  })
