import type { Phrasing } from '../document/text.ts'

/** Well below what one text node may hold by the document's schema; a longer text is cut into several. */
const LONGEST = 50_000

/** Characters as text nodes. An empty text is no node. */
export function textNodes(value: string): Phrasing[] {
  const nodes: Phrasing[] = []
  for (let at = 0; at < value.length;) {
    let end = Math.min(at + LONGEST, value.length)
    // never between the halves of a surrogate pair
    if (end < value.length && /[\uD800-\uDBFF]/.test(value[end - 1]!)) end--
    nodes.push({ type: 'text', value: value.slice(at, end) })
    at = end
  }
  return nodes
}
