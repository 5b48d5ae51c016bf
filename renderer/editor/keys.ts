import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { isCommandPress, pressed } from '../commands/keyboard.ts'
import { workText } from './commands.ts'
import { showNote } from './footnote/add.ts'
import { $isFactNode } from './fact/node.ts'
import { toastFailure } from '../app/failure-toast.ts'
import type { EditingHost } from './host.ts'
import { $insertPlain } from './paste/extension.ts'
import { registerPasteHost } from './paste/source.ts'

/** The keys and presses that every editor of ours knows, besides what Lexical brings. */
export function registerKeys(editor: LexicalEditor, host: EditingHost): () => void {
  let plain = false
  return mergeRegister(
    registerPasteHost(editor, { session: host.session, report: toastFailure }),
    // One history for everything: the editor has none.
    editor.registerCommand(
      UNDO_COMMAND,
      () => {
        if (!editor.isComposing()) host.session.undo()
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      () => {
        if (!editor.isComposing()) host.session.redo()
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!isCommandPress(event)) return false
        const blocks = host.active.getState().kind === 'prose'
        const id = pressed(event, 'text') ?? (blocks ? pressed(event, 'block') : undefined)
        if (id === 'pastePlain') {
          // The paste event that follows says nothing of the key.
          plain = true
          setTimeout(() => {
            plain = false
          }, 500)
          return false
        }
        if (id === undefined || !workText(id, editor, host)) return false
        event.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!plain || !(event instanceof ClipboardEvent) || event.clipboardData === null)
          return false
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return false
        plain = false
        event.preventDefault()
        $insertPlain(event.clipboardData.getData('text/plain'), selection)
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        const mark =
          event.target instanceof Element
            ? event.target.closest<HTMLElement>('sup[data-note]')
            : null
        if (mark !== null) {
          showNote(mark.dataset['note'] ?? '')
          return true
        }
        const chip =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-fact]') : null
        if (chip === null) return false
        const node = $getNearestNodeFromDOMNode(chip)
        if (!$isFactNode(node)) return false
        host.popup.setState({
          open: { kind: 'fact', editor, rect: chip.getBoundingClientRect(), chip: node.getKey() },
        })
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}
