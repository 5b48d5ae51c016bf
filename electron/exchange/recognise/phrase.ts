/** Scripts without spaces between words: a phrase may begin and end inside what a space would delimit. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u
const INSIDE_WORD = /[\p{L}\p{M}\p{N}]/u

/** What two texts are compared by: compatibility forms, lower case, and single spaces instead of punctuation. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2019\u02BC]/gu, "'")
    .replace(/[^\p{L}\p{M}\p{N}'ー]+/gu, ' ')
    .trim()

const isEdge = (inner: string | undefined, outer: string | undefined): boolean =>
  inner === undefined ||
  outer === undefined ||
  !INSIDE_WORD.test(outer) ||
  UNSPACED.test(inner) ||
  UNSPACED.test(outer)

/** Does a normalised text hold a phrase, as whole words where its script has words with spaces? */
export function holdsPhrase(text: string, phrase: string): boolean {
  const wanted = normalise(phrase)
  if (wanted === '') return false
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (isEdge(wanted[0], text[at - 1]) && isEdge(wanted.at(-1), text[end])) return true
  }
  return false
}

/**
 * Is a normalised text the phrase? A phrase that ends or begins with `*` leaves that side open, for languages in
 * which a heading is built around its last or first words.
 */
export function isPhrase(text: string, phrase: string): boolean {
  const wanted = normalise(phrase)
  if (text === wanted) return true
  if (wanted === '') return false
  if (phrase.startsWith('*') && text.endsWith(wanted))
    return isEdge(wanted[0], text[text.length - wanted.length - 1])
  if (phrase.endsWith('*') && text.startsWith(wanted))
    return isEdge(wanted.at(-1), text[wanted.length])
  return false
}
