import { IS_BOLD, IS_CODE, IS_ITALIC, IS_STRIKETHROUGH } from 'lexical'
import type { Content, Phrasing } from '../../../model/document/text.ts'
import { textNodes } from '../../../model/markdown/plain.ts'

type Mark = 'strong' | 'emphasis' | 'delete'

/** Lexical's bit for each mark. Others (underline, subscript, …) have no place in the document. */
export const BIT: Readonly<Record<Mark | 'inlineCode', number>> = {
  strong: IS_BOLD,
  emphasis: IS_ITALIC,
  delete: IS_STRIKETHROUGH,
  inlineCode: IS_CODE,
}
/** Where two marks cover the same run, the first of these stands outside. */
const MARKS: readonly Mark[] = ['strong', 'emphasis', 'delete']
export const MARK_BITS = BIT.strong | BIT.emphasis | BIT.delete
export const KNOWN_BITS = MARK_BITS | BIT.inlineCode

/** A piece of text and the marks that cover it. */
export interface Marked {
  readonly bits: number
  readonly node: Phrasing
  /** It does not join its neighbour. */
  readonly isWhole?: boolean
}

/** Nests runs of marks; the longest run stands outside, so that overlaps come out with the fewest nodes. */
export function nest(pieces: readonly Marked[]): Content {
  const out: Phrasing[] = []
  let at = 0
  while (at < pieces.length) {
    const piece = pieces[at]!
    let mark: Mark | undefined
    let end = at
    for (const candidate of MARKS) {
      let to = at
      while ((pieces[to]?.bits ?? 0) & BIT[candidate]) to++
      if (to > end) [mark, end] = [candidate, to]
    }
    if (mark === undefined) {
      const last = out.at(-1)
      if (piece.node.type !== 'text') out.push(piece.node)
      else if (last?.type === 'text') out.splice(-1, 1, ...textNodes(last.value + piece.node.value))
      else out.push(...textNodes(piece.node.value))
      at++
      continue
    }
    const bit = BIT[mark]
    const inner = pieces.slice(at, end).map(({ bits, node }) => ({ bits: bits & ~bit, node }))
    out.push({ type: mark, children: nest(inner) })
    at = end
  }
  return out
}
