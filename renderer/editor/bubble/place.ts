/** A box in the window's pixels. */
export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Between the tools and the text. */
const GAP = 6

/**
 * Where tools of a size stand at a selection: above it, or below where there is no room, and never on it. `bounds` is what
 * can be seen of the text, `width` that of the window. Null: there is no room on either side, or the selection is
 * not to be seen. `start` is where its first line begins.
 */
export function placeTools(
  selection: Box & { readonly start: number },
  tools: Size,
  bounds: Box,
  width: number,
  rtl: boolean,
): { readonly top: number; readonly left: number } | null {
  if (selection.bottom <= bounds.top || selection.top >= bounds.bottom) return null
  const above = selection.top - GAP - tools.height
  const below = selection.bottom + GAP
  const top =
    above >= bounds.top ? above : below + tools.height <= bounds.bottom ? below : undefined
  if (top === undefined) return null
  const wanted = rtl ? selection.start - tools.width : selection.start
  const inText = Math.max(bounds.left + GAP, Math.min(wanted, bounds.right - tools.width - GAP))
  return { top, left: Math.max(GAP, Math.min(inText, width - tools.width - GAP)) }
}
