/** A word in a text, by the offsets of its first character and of what follows it, in UTF-16 units. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What is no word although it is written in letters: addresses, paths, names of files and of things in programs. */
const ADDRESS = /\S*(?:@|:\/\/|[/\\_]|\p{L}\.\p{L})\S*/gu
const HYPHENS = /^[-\u2011]$/u

/**
 * The words of a text that a dictionary can be asked about. Numbers, what is written all in capitals or with capitals
 * inside (names of products), and single letters are none. Words joined by hyphens are one: that is how many
 * dictionaries have them.
 */
export function wordsIn(text: string, segmenter: Intl.Segmenter, script: RegExp): Word[] {
  const skipped = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const found: { text: string; start: number; end: number }[] = []
  let joins = false
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const before = found.at(-1)
    if (isWordLike) {
      if (joins && before?.end === index - 1) {
        before.end = index + segment.length
        before.text = text.slice(before.start, before.end)
      } else found.push({ text: segment, start: index, end: index + segment.length })
    }
    joins = HYPHENS.test(segment) && before?.end === index
  }
  return found.filter(
    (word) =>
      script.test(word.text) &&
      [...word.text].length > 1 &&
      word.text !== word.text.toUpperCase() &&
      !/\p{Ll}\p{Lu}/u.test(word.text) &&
      !skipped.some(({ start, end }) => start < word.end && word.start < end),
  )
}
