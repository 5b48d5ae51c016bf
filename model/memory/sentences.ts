/** A sentence in a text, in UTF-16 units, without the space around it. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The last word before a full stop: an abbreviation may have stops inside. */
const LAST = /(?:^|[\s([{«“„‘"'])([\p{L}\p{M}\p{N}.]+)\.$/u
/** A sentence may end and another begin; most texts are one. */
const MORE = /[\p{Sentence_Terminal}\n\r\u2028\u2029\u0085].*[\p{L}\p{N}]/su
const INITIAL = /^\p{Lu}\p{M}*$/u

/**
 * The sentences of a text as `Intl.Segmenter` finds them (UAX #29), but none that ends with an abbreviation or an initial:
 * there it goes on. `abbreviations` of the language, without their last stop and in their own case.
 */
export function sentencesOf(
  text: string,
  locale: string,
  abbreviations: readonly string[] = [],
): Sentence[] {
  if (!MORE.test(text)) {
    const start = text.length - text.trimStart().length
    const end = text.trimEnd().length
    return end > start ? [{ start, end }] : []
  }
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
    segmenters.set(locale, segmenter)
  }
  const known = new Set(abbreviations.flatMap((one) => [one, one[0]!.toUpperCase() + one.slice(1)]))
  const sentences: Sentence[] = []
  let begun: number | undefined
  for (const { segment, index } of segmenter.segment(text)) {
    const from = begun ?? index
    const said = text.slice(from, index + segment.length)
    const last = LAST.exec(said.trimEnd())?.[1]
    const isOver = /\n\s*$/u.test(segment)
    if (last !== undefined && !isOver && (known.has(last) || INITIAL.test(last))) {
      begun = from
      continue
    }
    begun = undefined
    push(from, said)
  }
  if (begun !== undefined) push(begun, text.slice(begun))
  return sentences

  function push(from: number, said: string): void {
    const start = from + said.length - said.trimStart().length
    const end = from + said.trimEnd().length
    if (end > start) sentences.push({ start, end })
  }
}
