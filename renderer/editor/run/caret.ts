import {
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'

/** Where two texts begin to differ from the end: the place a person looks at after an undo. */
export function changedAt(before: string, after: string): number {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return after.length - end
}

/** The leaves of a node with their texts, in order; between two blocks inside it stand two line feeds, as Lexical has it. */
function* leaves(node: LexicalNode): Generator<LexicalNode> {
  if (!$isElementNode(node)) {
    yield node
    return
  }
  for (const child of node.getChildren()) yield* leaves(child)
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
