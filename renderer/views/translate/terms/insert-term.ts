import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { $takePageCaret } from '../../../editor/page-caret.ts'
import { SHORTCUT_TAG } from '../../../editor/shortcuts/register.ts'

/** Puts a term in at the caret, in place of what is selected. False where there is no caret. */
export function insertTerm(editor: LexicalEditor, text: string): boolean {
  let isDone = false
  editor.update(
    () => {
      $takePageCaret(editor)
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
