import {
  $createRangeSelection,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical'
import { $isFootnoteNode } from '../footnote/node.ts'
import { $isCodePieceNode } from '../code/piece.ts'
import { $isFactNode } from '../fact/node.ts'

/** The leaves of a text that count: what the text's content has a place for. */
export function* leavesOf(node: LexicalNode): Generator<LexicalNode> {
  if (!$isElementNode(node)) yield node
  else for (const child of node.getChildren()) yield* leavesOf(child)
}

/** As the content counts: characters; a fact and a break are one each. */
export const sizeOf = (leaf: LexicalNode): number =>
  $isTextNode(leaf) || $isCodePieceNode(leaf)
    ? leaf.getTextContentSize()
    : $isFactNode(leaf) || $isFootnoteNode(leaf) || $isLineBreakNode(leaf)
      ? 1
      : 0

/** How much of a text stands before a point in it. */
export function offsetOf(line: ElementNode, point: PointType): number {
  const node = point.getNode()
  const stop = $isElementNode(node) ? node.getChildAtIndex(point.offset) : node
  let offset = 0
  for (const leaf of leavesOf(line)) {
    if (stop !== null && (leaf.is(stop) || ($isElementNode(stop) && stop.isParentOf(leaf)))) break
    // A point behind the last child of an element: what comes after the element is not before it.
    if (stop === null && $isElementNode(node) && !node.is(line) && !node.isParentOf(leaf)) {
      if (leaf.isBefore(node)) offset += sizeOf(leaf)
      continue
    }
    offset += sizeOf(leaf)
  }
  return $isTextNode(node) ? offset + point.offset : offset
}

/** Sets a point to an offset in a text. At a border between two leaves `side` says at which of them. */
function place(point: PointType, line: ElementNode, offset: number, side: 'start' | 'end'): void {
  let at = 0
  for (const leaf of leavesOf(line)) {
    const size = sizeOf(leaf)
    const here = side === 'start' ? offset < at + size : offset <= at + size
    if (size > 0 && here) {
      if ($isTextNode(leaf)) point.set(leaf.getKey(), offset - at, 'text')
      else {
        const index = leaf.getIndexWithinParent() + (offset > at ? 1 : 0)
        point.set(leaf.getParentOrThrow().getKey(), index, 'element')
      }
      return
    }
    at += size
  }
  point.set(line.getKey(), line.getChildrenSize(), 'element')
}

export interface Spot {
  readonly line: ElementNode
  readonly offset: number
}

/** Selects from one spot to another; both ends stand inside what is between them. */
export function $selectBetween(from: Spot, to: Spot): void {
  const selection = $createRangeSelection()
  place(selection.anchor, from.line, from.offset, 'start')
  place(selection.focus, to.line, to.offset, 'end')
  $setSelection(selection)
}
