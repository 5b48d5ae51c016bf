import { mergeRegister } from 'lexical'
import type { EditingHost } from '../../../editor/host.ts'
import { blockAt, elementOf } from './page.ts'
import type { PickedStore } from './picked.ts'

export interface HandleOptions {
  readonly grip: HTMLElement
  readonly scroller: HTMLElement
  readonly page: HTMLElement
  readonly host: EditingHost
  readonly store: PickedStore
}

/** What the pointer is at: a block, or the one beside whose margin it is. */
function hovered(page: HTMLElement, { target, clientY }: PointerEvent): HTMLElement | null {
  const block = blockAt(target as Node)
  if (block !== null) return block
  const { left, right } = page.getBoundingClientRect()
  return blockAt(page.ownerDocument.elementFromPoint((left + right) / 2, clientY))
}

/**
 * Keeps the grip beside the block that the pointer is at, else the one that is selected, else the one with the caret.
 * It is placed on the page by hand, once a frame at most and never at a key that stays in its block.
 */
export function registerHandle({ grip, scroller, page, host, store }: HandleOptions): () => void {
  let over: string | null = null
  let caret: string | null = null
  let frame = 0

  const place = (): void => {
    frame = 0
    const id = over ?? store.getState().picked?.head ?? caret
    const block = id === null ? null : elementOf(page, id)
    grip.hidden = block === null
    if (block === null || id === null) return
    grip.dataset['for'] = id
    const layer = grip.parentElement!.getBoundingClientRect()
    const box = block.getBoundingClientRect()
    const style = getComputedStyle(block)
    const line = parseFloat(style.lineHeight) || 28
    const room = parseFloat(style.paddingBlockStart) + parseFloat(style.borderBlockStartWidth)
    const start = style.direction === 'rtl' ? layer.right - box.right : box.left - layer.left
    grip.style.insetBlockStart = `${box.top - layer.top + room + (line - 28) / 2}px`
    grip.style.insetInlineStart = `${Math.max(2, start - 27)}px`
  }
  const later = (): void => {
    if (frame === 0) frame = requestAnimationFrame(place)
  }
  const move = (event: PointerEvent): void => {
    if (event.buttons !== 0 || grip.contains(event.target as Node)) return
    const id = hovered(page, event)?.dataset['block'] ?? null
    if (id === over) return
    over = id
    later()
  }
  const leave = (): void => {
    over = null
    later()
  }
  const focus = ({ target }: FocusEvent): void => {
    if (!page.contains(target as Node)) return
    caret = blockAt(target as Node)?.dataset['block'] ?? null
    later()
  }
  scroller.addEventListener('pointermove', move, { passive: true })
  scroller.addEventListener('pointerleave', leave)
  scroller.addEventListener('focusin', focus)
  window.addEventListener('resize', later)
  return mergeRegister(
    store.subscribe((now, before) => {
      if (now.picked !== before.picked) later()
    }),
    host.active.subscribe((now, before) => {
      if (now.blockId === before.blockId || now.kind !== 'prose' || now.blockId === null) return
      caret = now.blockId
      later()
    }),
    host.session.store.subscribe((now, before) => {
      // What moves blocks about is never a key in a text.
      const { changes, origin } = now.lastChanged
      if (now.lastChanged !== before.lastChanged && (changes.length !== 1 || origin !== 'edit'))
        later()
    }),
    () => {
      cancelAnimationFrame(frame)
      scroller.removeEventListener('pointermove', move)
      scroller.removeEventListener('pointerleave', leave)
      scroller.removeEventListener('focusin', focus)
      window.removeEventListener('resize', later)
    },
  )
}
