import {
  $getEditor,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  REMOVE_TEXT_COMMAND,
  type LexicalNode,
} from 'lexical'

/**
 * Puts something in at the caret, or in the place of what is selected. That goes by the command of the keys, which those
 * hear who keep words with their readers: a selection may join two blocks.
 */
export function $putIn(node: LexicalNode): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  if (!selection.isCollapsed()) $getEditor().dispatchCommand(REMOVE_TEXT_COMMAND, null)
  $insertNodes([node])
}
