import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
} from 'lexical'
import { SHORTCUT_TAG } from '../../../editor/shortcuts/register.ts'

/** Puts a term in at the caret, in place of what is selected. False where there is no caret. */
export function insertTerm(editor: LexicalEditor, text: string): boolean {
  let isDone = false
  editor.update(
    () => {
      // The caret of the page may have moved on: the editor hears of it a moment later.
      const page = getSelection()
      if (page !== null && editor.getRootElement()?.contains(page.focusNode) === true) {
        const there = $createRangeSelectionFromDom(page, editor)
        if (there !== null) $setSelection(there)
      }
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      selection.insertText(text)
      isDone = true
    },
    { tag: SHORTCUT_TAG, discrete: true },
  )
  editor.focus()
  return isDone
}
