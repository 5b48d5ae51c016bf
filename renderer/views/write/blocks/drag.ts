import type { Postmortem } from '../../../../model/document/postmortem.ts'
import type { Gap } from './move.ts'
import { elementOf, gapAt, type PageGap } from './page.ts'

/** How near to the edge of what scrolls a drag scrolls it, and how far at most in one frame; in CSS pixels. */
const EDGE = 48
const FASTEST = 18
/** A press that moves less than this is a press. */
const STILL = 4

export interface DragOptions {
  readonly scroller: HTMLElement
  readonly page: HTMLElement
  readonly document: () => Postmortem
  /** What the drag takes along, asked when it begins. */
  readonly begin: () => readonly string[]
  /** Shows where the blocks would land and where the pointer is; null: nowhere. */
  readonly show: (gap: PageGap | null, pointer: { x: number; y: number } | null) => void
  /** Null: it was given up. */
  readonly end: (gap: Gap | null) => void
}

/** How far to scroll in this frame for a pointer at `y`: faster the nearer it is to the edge. */
export function scrollStep(y: number, top: number, bottom: number): number {
  const above = top + EDGE - y
  const below = y - (bottom - EDGE)
  const into = above > 0 ? -above : below > 0 ? below : 0
  return Math.max(-1, Math.min(1, into / EDGE)) * FASTEST
}

/** Follows a press on a grip until it is let go. Escape gives it up, and what it scrolled stays where it is. */
export function followDrag(down: PointerEvent, options: DragOptions): void {
  const { scroller, page, document, begin, show, end } = options
  const grip = down.currentTarget as HTMLElement
  let moving = false
  let frame = 0
  let point = { x: down.clientX, y: down.clientY }
  let gap: PageGap | null = null
  let lifted: HTMLElement[] = []

  const look = (): void => {
    const { left, right } = scroller.getBoundingClientRect()
    const inside = point.x >= left && point.x <= right
    gap = inside ? gapAt(page, document(), point.y) : null
    show(gap, point)
  }
  const tick = (): void => {
    const { top, bottom } = scroller.getBoundingClientRect()
    const step = scrollStep(point.y, top, bottom)
    // Taken up at the edge it stays where it is, until it is drawn that way.
    if (step * (point.y - down.clientY) > 0) scroller.scrollBy(0, step)
    look()
    frame = requestAnimationFrame(tick)
  }
  const move = (event: PointerEvent): void => {
    point = { x: event.clientX, y: event.clientY }
    if (moving) return
    if (Math.hypot(point.x - down.clientX, point.y - down.clientY) < STILL) return
    moving = true
    scroller.dataset['dragging'] = ''
    lifted = begin().flatMap((id) => elementOf(page, id) ?? [])
    for (const element of lifted) element.dataset['lifted'] = ''
    tick()
  }
  const stop = (landed: Gap | null): void => {
    cancelAnimationFrame(frame)
    grip.removeEventListener('pointermove', move)
    grip.removeEventListener('pointerup', up)
    grip.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', key, true)
    if (!moving) return
    delete scroller.dataset['dragging']
    for (const element of lifted) delete element.dataset['lifted']
    show(null, null)
    end(landed)
  }
  const up = (): void => {
    if (moving) look()
    stop(gap)
  }
  const cancel = (): void => stop(null)
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }
  grip.setPointerCapture(down.pointerId)
  grip.addEventListener('pointermove', move)
  grip.addEventListener('pointerup', up)
  grip.addEventListener('pointercancel', cancel)
  window.addEventListener('keydown', key, true)
}
