import { $insertDataTransferForPlainText } from '@lexical/clipboard'
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_CRITICAL,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { $isFactNode } from './fact/node.ts'
import type { EditingHost } from './host.ts'
import { caretRect } from './slash/track.ts'

const isCommand = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey

/** Opens the link of the selection for editing. */
export function openLink(host: EditingHost, editor: LexicalEditor): void {
  host.popup.setState({ open: { kind: 'link', editor, rect: caretRect(editor) } })
}

/** Asks for a fact to put in at the caret. */
export function openFact(host: EditingHost, editor: LexicalEditor): void {
  host.popup.setState({ open: { kind: 'fact', editor, rect: caretRect(editor), chip: null } })
}

/** The keys and presses that every editor of ours knows, besides what Lexical brings. */
export function registerKeys(editor: LexicalEditor, host: EditingHost): () => void {
  let plain = false
  return mergeRegister(
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
        if (event.isComposing || !isCommand(event)) return false
        const key = event.key.toLowerCase()
        if (key === 'k' && !event.shiftKey) openLink(host, editor)
        else if (key === 'e' && !event.shiftKey) editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'code')
        else if (key === 'x' && event.shiftKey)
          editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'strikethrough')
        else if (key === 'v' && event.shiftKey) {
          // The paste event that follows says nothing of the key.
          plain = true
          setTimeout(() => {
            plain = false
          }, 500)
          return false
        } else return false
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
        $insertDataTransferForPlainText(event.clipboardData, selection)
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
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
