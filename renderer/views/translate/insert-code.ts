import { $getSelection, $insertNodes, $isRangeSelection, type LexicalEditor } from 'lexical'
import type { InlineCode } from '../../../model/workflow/codes.ts'
import { $createFactNode } from '../../editor/fact/node.ts'
import { $createFootnoteNode } from '../../editor/footnote/node.ts'
import { SHORTCUT_TAG } from '../../editor/shortcuts/register.ts'

/** Puts a code of the source in at the caret, in place of what is selected. */
export function insertCode(editor: LexicalEditor, code: InlineCode): void {
  editor.update(
    () => {
      if (!$isRangeSelection($getSelection())) return
      $insertNodes([
        code.type === 'fact'
          ? $createFactNode(code.fact, code.form)
          : $createFootnoteNode(code.note),
      ])
    },
    { tag: SHORTCUT_TAG, discrete: true },
  )
  editor.focus()
}
