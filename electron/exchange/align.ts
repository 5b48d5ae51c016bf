import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Content } from '../../model/document/text.ts'
import { alignSequences } from './align/path.ts'
import { segmentsOf } from './align/segment.ts'
import { pairCost } from './align/cost.ts'

export interface Alignment {
  /** The target's text for each unit of the source that found a partner, by the unit's id. */
  readonly pairs: ReadonlyMap<string, Content>
  /** Ids of the source's units without a partner, in reading order. */
  readonly sourceOnly: readonly string[]
  /** The target's texts without a partner, in reading order. */
  readonly targetOnly: readonly Content[]
}

/**
 * Pairs the units of two documents that say the same in two languages. The order of either side is kept: no pair
 * crosses another. Whatever is left out or added on either side stays alone and shifts nothing else. Method: dynamic
 * programming over the whole text with lengths as evidence (W. A. Gale, K. W. Church: "A Program for Aligning
 * Sentences in Bilingual Corpora", Computational Linguistics 19:1, 1993), with structure and figures besides.
 */
export function align(source: Postmortem, target: Postmortem): Alignment {
  const from = segmentsOf(source)
  const to = segmentsOf(target)
  const cost = pairCost(from, to)
  const pairs = new Map<string, Content>()
  const lonely = new Set(to)
  for (const [left, right] of alignSequences(from, to, cost)) {
    pairs.set(left.unit.id, right.unit.content)
    lonely.delete(right)
  }
  return {
    pairs,
    sourceOnly: from.filter(({ unit }) => !pairs.has(unit.id)).map(({ unit }) => unit.id),
    targetOnly: [...lonely].map(({ unit }) => unit.content),
  }
}
