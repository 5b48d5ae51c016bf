import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical'

/** How many characters two texts have in common at their beginning, and then at their end. */
function common(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return { start, end }
}

/** Where two texts begin to differ from the end: the place a person looks at after an undo. */
export const changedAt = (before: string, after: string): number =>
  after.length - common(before, after).end

/** Where a caret in a text stands after somebody else changed the text: before what they put at its place. */
export function mapped(before: string, after: string, offset: number): number {
  const { start, end } = common(before, after)
  if (offset <= start) return offset
  return offset >= before.length - end
    ? after.length - (before.length - offset)
    : after.length - end
}

/** The leaves of a node with their texts, in order; between two blocks inside it stand two line feeds, as Lexical has it. */
function* leaves(node: LexicalNode): Generator<LexicalNode> {
  if (!$isElementNode(node)) {
    yield node
    return
  }
  for (const child of node.getChildren()) yield* leaves(child)
}

/** How many characters of a node's text stand before a point in it. */
export function $offsetOf(node: ElementNode, point: PointType): number {
  const block = node.getTextContent()
  const at = point.getNode()
  // A point between the children of an element is before the leaf that follows it.
  const next = $isElementNode(at) ? at.getChildAtIndex(point.offset) : null
  let from = 0
  for (const leaf of leaves(node)) {
    const text = leaf.getTextContent()
    const found = $isLineBreakNode(leaf) ? from : block.indexOf(text, from)
    const begin = found === -1 ? from : found
    if (leaf.is(at)) return begin + point.offset
    if (next !== null && (leaf.is(next) || next.isParentOf(leaf))) return begin
    from = begin + text.length
    if (next === null && leaf.is($isElementNode(at) ? at.getLastDescendant() : null)) return from
  }
  return from
}

/** Puts the caret before the character at `offset` of a node's text. */
export function $placeCaret(node: LexicalNode, offset: number): void {
  if (!$isElementNode(node)) {
    node.selectNext()
    return
  }
  const block = node.getTextContent()
  let from = 0
  for (const leaf of leaves(node)) {
    const text = leaf.getTextContent()
    const begin = $isLineBreakNode(leaf) ? from : block.indexOf(text, from)
    const at = begin === -1 ? from : begin
    if (offset <= at + text.length) {
      if ($isTextNode(leaf)) {
        const inside = Math.max(0, Math.min(text.length, offset - at))
        leaf.select(inside, inside)
      } else {
        const parent: ElementNode = leaf.getParentOrThrow()
        const index = leaf.getIndexWithinParent() + (offset > at ? 1 : 0)
        parent.select(index, index)
      }
      return
    }
    from = at + text.length
  }
  node.selectEnd()
}

/** A selection that has lost one end with the block it was in is a caret at the other; Lexical takes no other update until then. */
export function $holdSelection(): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const { anchor, focus } = selection
  const stands = ({ key }: PointType): boolean => $getNodeByKey(key)?.isAttached() === true
  if (!stands(focus) && !stands(anchor)) $setSelection(null)
  else if (!stands(anchor)) anchor.set(focus.key, focus.offset, focus.type)
  else if (!stands(focus)) focus.set(anchor.key, anchor.offset, anchor.type)
}
