import { wordScore } from '../../../model/memory/score.ts'
import type { Tokens } from '../../../model/memory/tokens.ts'

/** The matches that count: from here on a translator takes one. In per cent. */
export const LEAST = 70

/** What two texts have in common whatever its order, one count for each token of the query. */
function common(text: Tokens, wanted: ReadonlyMap<number, number>): number {
  const left = new Map(wanted)
  let count = 0
  for (const token of text) {
    const rest = left.get(token) ?? 0
    if (rest === 0) continue
    left.set(token, rest - 1)
    count++
  }
  return count
}

/**
 * The best score of all, by looking at every text that is not too long or too short and has enough in common; 0 where there is
 * none.
 */
export function bruteBest(texts: readonly Tokens[], query: Tokens): number {
  const wanted = new Map<number, number>()
  for (const token of query) wanted.set(token, (wanted.get(token) ?? 0) + 1)
  let best = 0
  for (const text of texts) {
    const [short, long] = [Math.min(text.length, query.length), Math.max(text.length, query.length)]
    const least = Math.max(LEAST, best)
    if (short * 100 < long * least || common(text, wanted) * 100 < long * least) continue
    best = Math.max(best, wordScore(query, text, least))
  }
  return best
}
