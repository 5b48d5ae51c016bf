import { mergeRegister } from 'lexical'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { focusMode } from '../../../app/focus-mode.ts'
import { isCommandPress, isPress } from '../../../commands/keyboard.ts'
import { EDITABLE, isAtEdge } from '../../../editor/edge.ts'
import type { EditingHost } from '../../../editor/host.ts'
import type { Session } from '../../../session/session.ts'
import type { BlockDesk } from './desk.ts'
import { blockAt, blockIds, orderOn } from './page.ts'
import { pickNext, pickRange, type Picked } from './picked.ts'

/** Where an end of the selection is; an editor that was just gone into has it between its blocks. */
function endAt(node: Node | null, offset: number): Node | null {
  if (!(node instanceof HTMLElement) || !node.hasAttribute(EDITABLE)) return node
  return node.childNodes[Math.min(offset, node.childNodes.length - 1)] ?? node
}

/** The blocks that the text selection touches, from where it began to where it ends now. */
export function touchedBlocks(page: Element, document: Postmortem): Picked | null {
  const selection = page.ownerDocument.getSelection()
  if (selection === null) return null
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  const anchor = blockAt(endAt(anchorNode, anchorOffset))?.dataset['block']
  const head = blockAt(endAt(focusNode, focusOffset))?.dataset['block']
  const ids = blockIds(document)
  if (anchor === undefined || head === undefined || !ids.has(anchor) || !ids.has(head)) return null
  return pickRange(orderOn(page, document), anchor, head)
}

/**
 * The ways from the text to whole blocks by keys: Escape, an arrow with Shift beyond the edge of an editor, and
 * selecting all twice. It hears keys before the editors do, and looks only at these.
 */
export function registerEnter(
  page: HTMLElement,
  session: Session,
  host: EditingHost,
  desk: BlockDesk,
): () => void {
  const document = (): Postmortem => session.store.getState().state.document
  /** The editor in which all was selected with the key before this one. */
  let selectedAll: EventTarget | null = null

  const pick = (picked: Picked | null): boolean => {
    if (picked === null) return false
    desk.pick(picked)
    return true
  }

  const act = (event: KeyboardEvent, editor: HTMLElement): boolean => {
    const before = selectedAll
    selectedAll = null
    if (isPress('Escape', event)) {
      // The way out of what hides everything else comes first; there, Shift and an arrow select blocks.
      if (focusMode.getState().on) return false
      session.settle()
      return host.popup.getState().open === null && pick(touchedBlocks(page, document()))
    }
    if (isPress('Shift+ArrowUp', event) || isPress('Shift+ArrowDown', event)) {
      const direction = event.key === 'ArrowDown' ? 1 : -1
      if (!isAtEdge(editor, direction)) return false
      const touched = touchedBlocks(page, document())
      return touched !== null && pick(pickNext(orderOn(page, document()), touched, direction, true))
    }
    if (!isPress('Mod+A', event)) return false
    if (before !== editor) {
      selectedAll = editor
      return false
    }
    session.settle()
    if (!pick(touchedBlocks(page, document()))) return false
    desk.pickMore()
    return true
  }

  const down = (event: KeyboardEvent): void => {
    const { target } = event
    // What types a character is none of these.
    if (!(target instanceof HTMLElement) || !isCommandPress(event)) return
    if (event.key === 'Control' || event.key === 'Meta' || event.key === 'Shift') return
    if (!target.hasAttribute(EDITABLE) || host.readOnly || !act(event, target)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const forget = (): void => {
    selectedAll = null
  }
  page.addEventListener('keydown', down, true)
  page.addEventListener('pointerdown', forget, true)
  return mergeRegister(
    () => page.removeEventListener('keydown', down, true),
    () => page.removeEventListener('pointerdown', forget, true),
  )
}
