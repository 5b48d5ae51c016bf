/** A word of a text, or one character of a script that sets no spaces. */
export interface TermToken {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'character'
  /** What stands before it: nothing, a space or a hyphen are the same, any other mark is itself. */
  readonly gap: string
  /** Nothing but a hyphen is between it and the one before. */
  readonly hyphened: boolean
}

/** Scripts that set no space between words (UAX #14, complex context and ideographs). */
const UNSPACED =
  /[[\p{L}\p{M}\p{Nl}\u30FC\uFF70\uFF9E\uFF9F]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Lana}\p{scx=Talu}\p{scx=Tibt}]]+/gv
/** A letter with the marks behind it, voicing marks of half width too. */
const CHARACTER = /[^\p{M}\uFF9E\uFF9F][\p{M}\uFF9E\uFF9F]*|[\p{M}\uFF9E\uFF9F]+/gu
const HYPHENS = /^[-\u2010-\u2013\uFF0D]$/u
const OPEN_GAP = /[\s\u2010-\u2013\uFF0D\u30FB-]/gu

const segmenters = new Map<string, Intl.Segmenter>()

export function segmenterOf(locale: string): Intl.Segmenter {
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(locale, segmenter)
  }
  return segmenter
}

/** The words and characters of a text in order, as terms are made of. */
export function termTokens(text: string, locale: string): TermToken[] {
  const tokens: TermToken[] = []
  let end = 0
  const add = (kind: TermToken['kind'], word: string, start: number): void => {
    const between = text.slice(end, start)
    const gap = tokens.length === 0 ? '' : between.replaceAll(OPEN_GAP, '')
    tokens.push({
      text: word,
      start,
      end: start + word.length,
      kind,
      gap,
      hyphened: tokens.length > 0 && HYPHENS.test(between),
    })
    end = start + word.length
  }
  const spaced = (part: string, from: number): void => {
    if (!/[\p{L}\p{N}]/u.test(part)) return
    for (const { segment, index, isWordLike } of segmenterOf(locale).segment(part))
      if (isWordLike === true) add('word', segment, from + index)
  }
  let from = 0
  for (const { 0: run, index } of text.matchAll(UNSPACED)) {
    if (index > from) spaced(text.slice(from, index), from)
    for (const { 0: letter, index: at } of run.matchAll(CHARACTER))
      add('character', letter, index + at)
    from = index + run.length
  }
  if (from < text.length) spaced(text.slice(from), from)
  return tokens
}
