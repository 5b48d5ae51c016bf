/** How many characters stand before the caret in an element, or Infinity where the caret is elsewhere. A break is one. */
export function offsetIn(root: HTMLElement): number {
  const selection = root.ownerDocument.getSelection()
  const node = selection?.anchorNode
  if (!selection || !node || !root.contains(node)) return Infinity
  const range = root.ownerDocument.createRange()
  range.selectNodeContents(root)
  range.setEnd(node, selection.anchorOffset)
  const fragment = range.cloneContents()
  return (fragment.textContent?.length ?? 0) + fragment.querySelectorAll('br').length
}
