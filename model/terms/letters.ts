import type { Term } from './concept.ts'

/** Two to five capitals, which small would be another word: IT and it. */
const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}]{2,5}$/u

/** Is it this term only in its own capitals? */
export const heedsCase = ({ text, caseSensitive }: Pick<Term, 'text' | 'caseSensitive'>): boolean =>
  caseSensitive || ACRONYM.test(text)

const plain = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[\s\u2010-\u2013-]+/gu, '')

/** Has a stretch of a text the capitals of a term, as far as its ending leaves it? */
export function hasCase(found: string, term: string): boolean {
  const [here, there] = [plain(found), plain(term)]
  for (let at = 0; at < here.length && at < there.length; at++) {
    if (here[at] === there[at]) continue
    if (here[at]!.toLowerCase() === there[at]!.toLowerCase()) return false
    break
  }
  return true
}
