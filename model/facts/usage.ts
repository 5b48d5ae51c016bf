import type { Postmortem } from '../document/postmortem.ts'
import { factsIn } from '../document/text.ts'
import { allUnits, type Place } from '../units/unit.ts'

/** Where a fact stands: in the text of a unit, or (`unit` null) as an attribute of an entry, which `place.field` names. */
export interface FactUse {
  readonly unit: string | null
  readonly place: Place
}

/**
 * Every use of every fact, by the fact's id. Texts come in reading order, and a text that names a fact twice counts
 * twice; the attributes of measures follow. A fact that stands nowhere has no row.
 */
export function factUsage(document: Postmortem): ReadonlyMap<string, readonly FactUse[]> {
  const uses = new Map<string, FactUse[]>()
  const add = (fact: string, use: FactUse): void => {
    uses.set(fact, [...(uses.get(fact) ?? []), use])
  }
  for (const { id, content, place } of allUnits(document))
    for (const fact of factsIn(content)) add(fact, { unit: id, place })
  for (const section of document.sections)
    for (const block of section.blocks)
      if (block.kind === 'measure')
        for (const field of ['potential', 'confirmed'] as const)
          if (block[field] !== null)
            add(block[field], {
              unit: null,
              place: { section: section.id, block: block.id, field, index: 0 },
            })
  return uses
}
