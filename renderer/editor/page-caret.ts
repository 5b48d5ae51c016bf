import { $createRangeSelectionFromDom, $setSelection, type LexicalEditor } from 'lexical'

/** Takes the selection of the page over: it may have moved on, and the editor hears of that a moment later. */
export function $takePageCaret(editor: LexicalEditor): void {
  const page = getSelection()
  if (page === null || editor.getRootElement()?.contains(page.focusNode) !== true) return
  const there = $createRangeSelectionFromDom(page, editor)
  if (there !== null) $setSelection(there)
}
