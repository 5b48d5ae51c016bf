import { $isCodeNode } from '@lexical/code-core'
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import type { EditingHost } from '../host.ts'
import { readState } from '../read.ts'
import { SESSION_TAG } from '../ids/keep.ts'

/** A slash at the start of a word, ASCII or full-width, and what was typed after it. */
const SLASH = /(?:^|\s)[/／]([^\s/／]{0,30})$/u

interface Found {
  readonly node: NodeKey
  readonly offset: number
  readonly query: string
}

function $find(): Found | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code')) return null
  if ($findMatchingParent(node, $isCodeNode) !== null) return null
  const match = SLASH.exec(node.getTextContent().slice(0, selection.anchor.offset))
  if (match === null) return null
  const query = match[1]!
  return { node: node.getKey(), offset: selection.anchor.offset - query.length - 1, query }
}

/** Where the caret is in the window. */
export function caretRect(editor: LexicalEditor): DOMRect {
  const root = editor.getRootElement()
  const selection = root?.ownerDocument.getSelection()
  if (selection && selection.rangeCount > 0) {
    const rect = selection.getRangeAt(0).getBoundingClientRect()
    if (rect.height > 0) return rect
    const node = selection.anchorNode
    const element = node instanceof Element ? node : node?.parentElement
    if (element) return element.getBoundingClientRect()
  }
  return root?.getBoundingClientRect() ?? new DOMRect()
}

/** Opens the menu of what can be put in when a slash is typed, follows the query, and closes it when it is left. */
export function registerSlash(editor: LexicalEditor, host: EditingHost): () => void {
  /** The slash that the person closed the menu of; typing on after it does not open it again. */
  let dismissed: string | null = null
  const close = (): void => {
    const { open } = host.popup.getState()
    if (open?.kind === 'slash' && open.editor === editor) host.popup.setState({ open: null })
  }
  return mergeRegister(
    editor.registerUpdateListener(({ tags, dirtyLeaves }) => {
      if (editor.isComposing() || tags.has(SESSION_TAG)) return
      const found = readState(editor, $find)
      if (found === null) {
        dismissed = null
        return close()
      }
      const name = `${found.node} ${found.offset}`
      const { open } = host.popup.getState()
      const isOpen = open?.kind === 'slash' && open.editor === editor
      // Typing opens it; moving the caret into an old slash does not.
      if (dismissed === name || (!isOpen && (found.query !== '' || !dirtyLeaves.has(found.node))))
        return
      const rect = isOpen && open.node === found.node ? open.rect : caretRect(editor)
      host.popup.setState({ open: { kind: 'slash', editor, rect, ...found } })
    }),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        const { open } = host.popup.getState()
        if (open?.kind !== 'slash' || open.editor !== editor) return false
        event.preventDefault()
        dismissed = `${open.node} ${open.offset}`
        close()
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    close,
  )
}
