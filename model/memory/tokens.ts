/**
 * A text as numbers that are compared in place of its words, so that a library of a million texts can be looked through.
 * A word is a hash of itself, a character of a script without spaces is itself: which of the two is decided by the
 * script, so that both may stand in one text. All numbers, and facts, are one token: texts that differ in nothing else
 * are translated alike.
 */
export type Tokens = Uint32Array

/** Between the sentences of a stored text. */
export const BORDER = 0
const NUMBER = 1
/** From here on a token is a character: its code point with this bit. */
const CHARACTER = 0x80000000

/** Where a fact stands in a plain text: OBJECT REPLACEMENT CHARACTER. */
export const FACT = '\u{FFFC}'

/** Scripts that set no space between words (UAX #14, complex context and ideographs; UAX #29 needs a dictionary for them). */
const UNSPACED =
  /[[\p{L}\p{M}\p{Nl}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Lana}\p{scx=Talu}\p{scx=Tibt}]]+/gv
const NUMERIC = /^[\p{Nd}\p{No}][\p{Nd}\p{No}.,'’_٫٬]*$/u
const SAYS = /[\p{L}\p{N}\u{FFFC}]/u
const ASCII = /^[\x00-\x7F]*$/u
/** The words of UAX #29 where a text is ASCII; a test holds it against `Intl.Segmenter`, which takes ten times as long. */
const ASCII_WORDS =
  /[A-Za-z0-9_]+(?:(?:(?<=[A-Za-z])[.':](?=[A-Za-z])|(?<=[0-9])[.,;'](?=[0-9]))[A-Za-z0-9_]+)*/gu

export const isCharacter = (token: number): boolean => token >= CHARACTER

/** FNV-1a with the last step of MurmurHash3, in 31 bits: two words of a vocabulary of 100,000 fall together about twice. */
function wordToken(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = (hash ^ (hash >>> 13)) >>> 1
  return hash <= NUMBER ? hash + 2 : hash
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The words in a text without scripts that set no spaces. */
export function* spacedWords(text: string, locale: string): Generator<string> {
  if (ASCII.test(text)) {
    for (const [word] of text.matchAll(ASCII_WORDS)) if (/[A-Za-z0-9]/u.test(word)) yield word
    return
  }
  // Between characters there is mostly punctuation.
  if (!SAYS.test(text)) return
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(locale, segmenter)
  }
  for (const { segment, isWordLike } of segmenter.segment(text))
    if (isWordLike === true || segment === FACT) yield segment
}

/** The tokens of a plain text, facts as `FACT`. Case, width and compatibility forms (UAX #15) make no difference. */
export function tokensOf(text: string, locale: string): Tokens {
  const folded = text.normalize('NFKC').toLowerCase()
  const tokens: number[] = []
  const spaced = (part: string): void => {
    for (const word of spacedWords(part, locale))
      tokens.push(word === FACT || NUMERIC.test(word) ? NUMBER : wordToken(word))
  }
  let from = 0
  for (const { 0: run, index } of folded.matchAll(UNSPACED)) {
    if (index > from) spaced(folded.slice(from, index))
    for (const character of run) tokens.push((CHARACTER | character.codePointAt(0)!) >>> 0)
    from = index + run.length
  }
  if (from < folded.length) spaced(folded.slice(from))
  return Uint32Array.from(tokens)
}

/** Two neighbouring characters as one term, in 31 bits. */
const pairOf = (first: number, second: number): number =>
  ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 1) + 2

/**
 * What a text is found by, each once: its words, and each two characters that stand together. `edits`: how many of these
 * one edit of the tokens can take away.
 */
export function termsOf(tokens: Tokens): { terms: Set<number>; edits: 1 | 2 } {
  const terms = new Set<number>()
  let edits: 1 | 2 = 1
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (!isCharacter(token)) terms.add(token)
    else {
      edits = 2
      const next = tokens[at + 1] ?? 0
      if (isCharacter(next)) terms.add(pairOf(token, next))
      else if (!isCharacter(tokens[at - 1] ?? 0)) terms.add(token)
    }
  }
  return { terms, edits }
}
