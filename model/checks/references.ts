import { maySee, type Audience } from '../document/audience.ts'
import { stretchesOf } from '../document/passage.ts'
import { factsIn } from '../document/text.ts'
import { blockAudience, placeOf, unitAudiences, type Subject } from './subject.ts'
import type { Problem } from './problem.ts'

/** One mention of a fact: in a text of one language, or as a value of a measure (`locale` and `unit` null). */
export interface Reference {
  readonly fact: string
  readonly locale: string | null
  readonly unit: string | null
  readonly place: Problem['place']
  /** The widest circle that gets the text. */
  readonly audience: Audience
}

/** Every mention of a fact in the languages under check; one text that names a fact twice mentions it once. */
export function references(subject: Subject): Reference[] {
  const { document, units, translations, locales } = subject
  const audiences = unitAudiences(subject)
  const found: Reference[] = []
  for (const unit of units)
    for (const locale of locales) {
      const content =
        locale === document.sourceLocale
          ? unit.content
          : (translations.get(locale)?.get(unit.id)?.content ?? [])
      const mentions = new Map<string, Audience>()
      for (const stretch of stretchesOf(content)) {
        const around = audiences.get(unit.id)!
        const inside = stretch.audience ?? around
        const audience = maySee(around, inside) ? around : inside
        for (const fact of factsIn(stretch.content)) {
          const widest = mentions.get(fact)
          if (widest === undefined || maySee(widest, audience)) mentions.set(fact, audience)
        }
      }
      for (const [fact, audience] of mentions)
        found.push({ fact, locale, unit: unit.id, place: placeOf(unit), audience })
    }
  for (const section of document.sections)
    for (const block of section.blocks) {
      if (block.kind !== 'measure') continue
      for (const field of ['potential', 'confirmed'] as const)
        if (block[field] !== null)
          found.push({
            fact: block[field],
            locale: null,
            unit: null,
            place: { section: section.id, block: block.id, field },
            audience: blockAudience(section.audience, block),
          })
    }
  return found
}
