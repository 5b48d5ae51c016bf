import { fold } from './fold.ts'

/** A query, as the words that each have to be found. */
export type Query = readonly string[]

export const queryOf = (typed: string): Query =>
  fold(typed, false).text.split(/\s+/u).filter(Boolean)

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)

/** How well a word stands in a text: at its start, at the start of a word, inside one, or with its letters spread. */
function place(word: string, text: string): number | null {
  let best = -1
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0) return 100
    if (isWordStart(text, at)) return 80
    best = 50
  }
  if (best > 0) return best
  // Two letters stand spread in almost anything.
  if (word.length < 3) return null
  let from = 0
  let starts = 0
  for (const letter of word) {
    const at = text.indexOf(letter, from)
    if (at < 0) return null
    if (isWordStart(text, at)) starts++
    from = at + letter.length
  }
  // Spread letters mean something where they are initials, and not where they are found by chance.
  return starts * 2 >= word.length ? 20 : null
}

/**
 * How well a text answers a query, folded for width, case and marks; more is better, shorter before longer. Null: not
 * every word of it is there.
 */
export function rank(query: Query, text: string): number | null {
  const folded = fold(text, false).text
  let sum = 0
  for (const word of query) {
    const found = place(word, folded)
    if (found === null) return null
    sum += found
  }
  return sum - Math.min(folded.length, 200) / 20
}
