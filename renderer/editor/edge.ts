import {
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'

/** What an arrow key goes on to from the first or last line of an editor, in the order of the page. */
export const EDITABLE = 'data-editable'

/** On the element that goes on to: which of its ends the caret comes in at. */
export const ENTER_AT = 'enterAt'

/** Does the selection end in the first or the last line of an editor? */
export function isAtEdge(root: HTMLElement, direction: 1 | -1): boolean {
  const selection = root.ownerDocument.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.focusNode === null) return false
  const range = root.ownerDocument.createRange()
  range.setStart(selection.focusNode, selection.focusOffset)
  const caret = selection.focusNode === root ? new DOMRect() : range.getBoundingClientRect()
  const box = root.getBoundingClientRect()
  // An empty line has no caret box; then the editor is one line or the caret's element says where it is.
  const node =
    selection.focusNode === root
      ? (root.childNodes[Math.min(selection.focusOffset, root.childNodes.length - 1)] ?? root)
      : selection.focusNode
  const line =
    caret.height > 0
      ? caret
      : (node instanceof Element ? node : node?.parentElement)?.getBoundingClientRect()
  if (line === undefined) return false
  const slack = Math.max(6, line.height * 0.6)
  return direction === 1 ? line.bottom + slack > box.bottom : line.top - slack < box.top
}

/** Lets the arrow keys walk from one editor into the next, as through one text. */
export function registerEdge(editor: LexicalEditor): () => void {
  const walk =
    (direction: 1 | -1) =>
    (event: KeyboardEvent): boolean => {
      const root = editor.getRootElement()
      if (root === null || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
        return false
      if (editor.isComposing() || root.ownerDocument.getSelection()?.isCollapsed !== true)
        return false
      if (!isAtEdge(root, direction)) return false
      const all = [...root.ownerDocument.querySelectorAll<HTMLElement>(`[${EDITABLE}]`)]
      const next = all[all.indexOf(root) + direction]
      if (next === undefined) return false
      event.preventDefault()
      next.dataset[ENTER_AT] = direction === 1 ? 'start' : 'end'
      next.focus()
      return true
    }
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, walk(1), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, walk(-1), COMMAND_PRIORITY_HIGH),
  )
}
