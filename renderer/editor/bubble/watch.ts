import type { EditingHost } from '../host.ts'
import { isPress } from '../../commands/keyboard.ts'
import { provide } from '../../commands/registry.ts'
import { focusTools, TEXT_TOOLS } from './enter.ts'

/** How long a selection that grows by keys must rest, in ms. */
const REST = 150

/** What is selected in the text that is edited, or null. */
function selectedIn(host: EditingHost): Range | null {
  const { editor, block } = host.active.getState()
  const root = editor?.getRootElement()
  if (!editor || !root || host.readOnly || block === 'code' || editor.isComposing()) return null
  if (host.popup.getState().open !== null) return null
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null
  return range.toString().trim() === '' && range.cloneContents().childElementCount === 0
    ? null
    : range.cloneRange()
}

/**
 * Shows tools at a selection when the pointer is let go or the keys rest, and takes them away with it. While one types there
 * is no selection, and nothing happens here.
 */
export function watchSelection(host: EditingHost): () => void {
  let timer: number | undefined
  let frame = 0
  let pointer = false
  const { bubble } = host
  const shown = (): boolean => bubble.getState().range !== null

  const hide = (): void => {
    clearTimeout(timer)
    if (shown()) bubble.setState({ range: null })
  }
  const show = (): void => {
    clearTimeout(timer)
    if (!pointer) bubble.setState({ range: selectedIn(host) })
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = window.setTimeout(show, REST)
  }
  /** The text under the tools moved. */
  const follow = (): void => {
    if (!shown() || frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      if (shown()) bubble.setState({ range: selectedIn(host) })
    })
  }
  const changed = (): void => {
    if (document.getSelection()?.isCollapsed !== false) {
      if (timer !== undefined || shown()) hide()
      return
    }
    if (shown()) follow()
    if (!pointer) later()
  }
  const down = ({ target }: PointerEvent): void => {
    // Menus and lists of the tools are drawn at the end of the page, outside of the view.
    if (!(target instanceof Element) || target.closest('#root') === null) return
    pointer = true
    hide()
  }
  const up = (): void => {
    if (!pointer) return
    pointer = false
    // A press into the selection takes it away only now.
    later()
  }
  const key = (event: KeyboardEvent): void => {
    if (!shown() || event.isComposing) return
    const back = isPress('Escape', event)
    if (!back && !isPress('Tab', event)) return
    // A tooltip or the order of the page would take them; here both lead back into the text.
    const inside = document.activeElement?.closest(`[${TEXT_TOOLS}]`)
    if (inside) host.active.getState().editor?.focus()
    else if (back) hide()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const stopActive = host.active.subscribe((now, before) => {
    if (now.editor !== before.editor || (now.block !== before.block && now.block === 'code')) hide()
  })
  const stopPopup = host.popup.subscribe(({ open }) => {
    if (open !== null) hide()
    else later()
  })
  const withdraw = provide({
    // With something selected these tools are meant, and not those above the page.
    toolbar: {
      ready: () => selectedIn(host) !== null,
      run() {
        show()
        focusTools()
      },
    },
  })
  const early = { capture: true }
  document.addEventListener('selectionchange', changed)
  document.addEventListener('scroll', follow, { capture: true, passive: true })
  window.addEventListener('resize', follow)
  window.addEventListener('pointerdown', down, early)
  window.addEventListener('pointerup', up, early)
  window.addEventListener('pointercancel', up, early)
  window.addEventListener('keydown', key, early)
  window.addEventListener('compositionstart', hide, early)
  return () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    stopActive()
    stopPopup()
    withdraw()
    bubble.setState({ range: null })
    document.removeEventListener('selectionchange', changed)
    document.removeEventListener('scroll', follow, early)
    window.removeEventListener('resize', follow)
    window.removeEventListener('pointerdown', down, early)
    window.removeEventListener('pointerup', up, early)
    window.removeEventListener('pointercancel', up, early)
    window.removeEventListener('keydown', key, early)
    window.removeEventListener('compositionstart', hide, early)
  }
}
