import { h } from 'hastscript'
import type { ElementContent } from 'hast'
import type { Rendering } from './rendering.ts'

/**
 * A hyphen with what stands before and after it. White space may follow ("in- and outbound"). Ideographs and kana are
 * left out, because a run of them has no end; so is the slash, where an address may break.
 */
const HYPHENATED =
  /[[^\s\/\-\u2010]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]*(?:[\-\u2010]+\s?[[^\s\/\-\u2010]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+)+/gv
/** A longer one would not fit beside the margins. */
const LONGEST = 48

/**
 * Text for paper, in which no line ends in a hyphen of the document: whoever takes text from a PDF reads that hyphen
 * as one that was put there to divide the word, and drops it. Elsewhere the text stays as it is.
 */
export function unbroken(page: Rendering, value: string): ElementContent[] {
  if (page.medium !== 'print') return [{ type: 'text', value }]
  const parts: ElementContent[] = []
  let end = 0
  for (const { 0: word, index } of value.matchAll(HYPHENATED)) {
    if (word.length > LONGEST) continue
    if (index > end) parts.push({ type: 'text', value: value.slice(end, index) })
    parts.push(h('span.bound', word))
    end = index + word.length
  }
  if (end < value.length) parts.push({ type: 'text', value: value.slice(end) })
  return parts
}
