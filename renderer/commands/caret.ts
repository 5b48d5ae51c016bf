/**
 * Remembers the focus and the caret in it. The answer brings both back, after a dialog has let go of the focus, and then
 * calls `after`: a browser that focuses an editor anew puts the caret to its start.
 */
export function keepCaret(): (after?: () => void) => void {
  const focus = document.activeElement
  const selection = document.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null
  const bringBack = (): void => {
    if (!(focus instanceof HTMLElement) || !focus.isConnected || focus === document.body) return
    // Whoever took the focus meanwhile keeps it.
    const now = document.activeElement
    if (now !== null && now !== document.body && now !== focus) return
    focus.focus({ preventScroll: true })
    if (focus.isContentEditable && range !== null && focus.contains(range.startContainer)) {
      selection?.removeAllRanges()
      selection?.addRange(range)
    }
  }
  return (after) => {
    // In the first frame the dialog gives the focus back, to the element alone.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        bringBack()
        after?.()
      }),
    )
  }
}
