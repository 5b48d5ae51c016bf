import { CODE_PIECE } from '../editor/code/piece.ts'

/** A piece of a text on the page, with how many offsets it takes (`lengthOf`). */
interface Piece {
  readonly node: Node
  readonly start: number
  readonly length: number
}

const isObject = (node: Node): boolean =>
  node instanceof HTMLElement && node.contentEditable === 'false' && !node.hasAttribute(CODE_PIECE)

/** Texts have as many offsets as characters; a fact, a note and a break have one each, whatever they show. */
export function* piecesOf(root: Node, from = { at: 0 }): Generator<Piece> {
  for (const node of root.childNodes) {
    const length =
      node.nodeType === Node.TEXT_NODE
        ? (node.nodeValue ?? '').length
        : node.nodeName === 'BR' || isObject(node)
          ? 1
          : undefined
    if (length === undefined) yield* piecesOf(node, from)
    else {
      yield { node, start: from.at, length }
      from.at += length
    }
  }
}

/**
 * The place of a stretch of a text on the page. Where something is missing at the end, that is the last character.
 * Undefined where the page does not show so much.
 */
export function rangeIn(root: Element, start: number, end: number): Range | undefined {
  const pieces = [...piecesOf(root)]
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const first = start === end ? Math.max(0, start - 1) : start
  const last = Math.max(end, first + 1)
  if (last > length) return undefined
  const from = pieces.find((piece) => first < piece.start + piece.length)
  const to = pieces.find((piece) => last <= piece.start + piece.length)
  if (from === undefined || to === undefined) return undefined
  const range = root.ownerDocument.createRange()
  if (from.node.nodeType === Node.TEXT_NODE) range.setStart(from.node, first - from.start)
  else range.setStartBefore(from.node)
  if (to.node.nodeType === Node.TEXT_NODE) range.setEnd(to.node, last - to.start)
  else range.setEndAfter(to.node)
  return range
}
