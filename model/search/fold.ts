/** A text as it is compared. `from` has for each of its UTF-16 units where that came from in the source. */
export interface Folded {
  readonly text: string
  readonly from: (at: number) => number
}

/** What a keyboard has one key for, in all the forms that languages set it in. */
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201B\u2032\u02BC\u2039\u203A\uFF07]/gu, "'"],
  [/[\u201C-\u201F\u2033\u00AB\u00BB\uFF02]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\s/gu, ' '],
]

/**
 * Marks on Latin, Greek and Cyrillic letters, Hebrew points and Arabic vowel signs and stretches: what readers leave out
 * when they type a word to look for. The voicing marks of kana and the vowels of Indic scripts make other letters.
 */
const MARKS =
  /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/gu

function letter(source: string, exact: boolean): string {
  let folded = source
  for (const [pattern, plain] of QUOTES) folded = folded.replace(pattern, plain)
  // Compatibility forms (UAX #15): full and half width, ligatures.
  folded = folded.normalize('NFKD')
  return exact ? folded : folded.replace(MARKS, '').toLowerCase()
}

/**
 * Folds a text for comparing: width, quotation marks, dashes and spaces always; case and marks too unless `exact`.
 */
export function fold(source: string, exact: boolean): Folded {
  // oxlint-disable-next-line no-control-regex
  if (/^[\x20-\x7E]*$/u.test(source))
    return { text: exact ? source : source.toLowerCase(), from: (at) => at }
  let text = ''
  const from: number[] = []
  let at = 0
  for (const point of source) {
    const folded = letter(point, exact)
    for (let unit = 0; unit < folded.length; unit++) from.push(at)
    text += folded
    at += point.length
  }
  return { text, from: (index) => from[index] ?? source.length }
}
