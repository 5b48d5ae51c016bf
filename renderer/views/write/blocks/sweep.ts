import { EDITABLE } from '../../../editor/edge.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import type { BlockDesk } from './desk.ts'
import { blockAt, blocksOn } from './page.ts'

/** What a press is meant for, and so begins no sweep. */
const OWN = `[${EDITABLE}], button, a, input, textarea, select, [role], [data-block]`

/** The block at a height of the window, or the nearest one. */
function nearest(page: HTMLElement, document: Postmortem, y: number): string | undefined {
  let found: string | undefined
  let least = Infinity
  for (const block of blocksOn(page, document)) {
    const { top, bottom } = block.getBoundingClientRect()
    const away = y < top ? top - y : y > bottom ? y - bottom : 0
    if (away >= least) continue
    least = away
    found = block.dataset['block']
  }
  return found
}

/**
 * Selects blocks with the pointer: a press beside the text that is drawn along it, and a selection of text that is
 * drawn out of its editor, which no editor can follow.
 */
export function registerSweep(
  scroller: HTMLElement,
  page: HTMLElement,
  document: () => Postmortem,
  desk: BlockDesk,
): () => void {
  /** The editor that the press began in; null: beside the text. */
  let home: Element | null = null
  let anchor: string | undefined
  let from = 0
  let sweeping = false

  const onScrollbar = ({ clientX }: PointerEvent): boolean => {
    const start = scroller.getBoundingClientRect().left + scroller.clientLeft
    return clientX < start || clientX > start + scroller.clientWidth
  }
  const move = (event: PointerEvent): void => {
    if ((event.buttons & 1) === 0) return stop()
    if (!sweeping) {
      const there = blockAt(event.target as Node)?.dataset['block']
      if (
        home !== null &&
        (there === undefined || there === anchor || home.contains(event.target as Node))
      )
        return
      if (home === null && Math.abs(event.clientY - from) < 5) return
      anchor ??= nearest(page, document(), from)
      sweeping = true
      scroller.dataset['sweeping'] = ''
    }
    const head = nearest(page, document(), event.clientY)
    if (anchor !== undefined && head !== undefined) desk.pickTo(anchor, head)
  }
  const quiet = (event: Event): void => {
    if (sweeping) event.preventDefault()
  }
  const stop = (): void => {
    sweeping = false
    delete scroller.dataset['sweeping']
    scroller.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', stop, true)
    scroller.ownerDocument.removeEventListener('selectstart', quiet, true)
  }
  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType !== 'mouse' || event.shiftKey) return
    const target = event.target as Element
    home = target.closest(`[${EDITABLE}]`)
    if (home === null && (target.closest(OWN) !== null || onScrollbar(event))) return
    anchor = home === null ? undefined : blockAt(target)?.dataset['block']
    // Titles and headings are no blocks.
    if (home !== null && anchor === undefined) return
    from = event.clientY
    scroller.addEventListener('pointermove', move)
    window.addEventListener('pointerup', stop, true)
    scroller.ownerDocument.addEventListener('selectstart', quiet, true)
  }
  /** Beside the text there is nothing to put a caret into. */
  const press = (event: MouseEvent): void => {
    const target = event.target as Element
    if (event.button !== 0 || target.closest(OWN) !== null || !page.contains(target)) return
    event.preventDefault()
    if (desk.store.getState().picked !== null) desk.pick(null)
  }
  scroller.addEventListener('pointerdown', down)
  scroller.addEventListener('mousedown', press)
  return () => {
    stop()
    scroller.removeEventListener('pointerdown', down)
    scroller.removeEventListener('mousedown', press)
  }
}
