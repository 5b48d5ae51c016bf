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

/** Puts the caret before the character at `offset` of an element. A break is one, as `offsetIn` counts. */
export function placeAt(element: HTMLElement, offset: number): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let rest = offset
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const isBreak = node.nodeName === 'BR'
    if (!isBreak && node.nodeType !== Node.TEXT_NODE) continue
    const length = isBreak ? 1 : (node.nodeValue?.length ?? 0)
    if (rest <= length && !isBreak) return document.getSelection()?.collapse(node, rest)
    if (isBreak && rest === 0)
      return document
        .getSelection()
        ?.collapse(node.parentNode, [...node.parentNode!.childNodes].indexOf(node as ChildNode))
    rest -= length
  }
  const selection = document.getSelection()
  selection?.selectAllChildren(element)
  selection?.collapseToEnd()
}
