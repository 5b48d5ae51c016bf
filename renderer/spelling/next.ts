import { misspellingsIn, spelledLines, type Misspelling } from './marks.ts'
import type { Speller } from './speller.ts'

/**
 * The next unknown word after the caret, anywhere in what is open, and from the top again where there is none; undefined
 * where every word is known.
 */
export async function nextMisspelling(
  locale: string,
  speller: Speller,
): Promise<Misspelling | undefined> {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  const lines = [...spelledLines(locale, speller, segmenter, false)]
  const { focusNode: node = null, focusOffset: offset = 0 } = getSelection() ?? {}
  const isBehind = ({ range }: Misspelling): boolean =>
    node !== null && range.comparePoint(node, offset) < 0
  const from = node === null ? -1 : lines.findIndex(({ element }) => element.contains(node))
  const start = Math.max(from, 0)
  // The line of the caret comes twice: what stands behind the caret first, and all of it at last.
  for (let step = 0; step <= lines.length; step++) {
    const line = lines[(start + step) % lines.length]
    if (line === undefined) return undefined
    const unknown = await speller.check(line.words.map(({ text }) => text))
    const found = misspellingsIn(line, unknown)
    const next = step === 0 && from !== -1 ? found.find(isBehind) : found[0]
    if (next === undefined) continue
    next.range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    return next
  }
  return undefined
}
