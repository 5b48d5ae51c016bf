import type { Finding, Pair } from './pair.ts'

const segmenters = new Map<string, Intl.Segmenter>()

function countOf(text: string, locale: string): number {
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
    segmenters.set(locale, segmenter)
  }
  return Array.from(segmenter.segment(text)).filter(({ segment }) => /\p{L}{2}/u.test(segment))
    .length
}

/** A text with fewer or more sentences than its source. Good translations part and join sentences. */
export function sentences({ here, there, from, to }: Pair): Finding[] {
  const [source, target] = [countOf(here, from.locale), countOf(there, to.locale)]
  if (source === target) return []
  return [{ rule: 'sentences-differ', start: 0, end: there.length, params: { source, target } }]
}
