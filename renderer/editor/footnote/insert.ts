import { $getSelection, $insertNodes, $isRangeSelection, type LexicalEditor } from 'lexical'
import { newId } from '../../../model/document/identifier.ts'
import { SHORTCUT_TAG } from '../shortcuts/register.ts'
import { $createFootnoteNode } from './node.ts'

/** What stands around the fields of notes: a note has no notes. */
export const NOTES = 'data-notes'

/** Puts a reference in behind what is selected. Its note is made along with it. Answers the note's id, or null. */
export function insertFootnote(editor: LexicalEditor): string | null {
  if (editor.getRootElement()?.closest(`[${NOTES}]`) !== null) return null
  const id = newId()
  editor.update(
    () => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      if (!selection.isCollapsed()) {
        const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus
        selection.anchor.set(key, offset, type)
        selection.focus.set(key, offset, type)
      }
      $insertNodes([$createFootnoteNode(id)])
    },
    { tag: SHORTCUT_TAG, discrete: true },
  )
  return id
}
