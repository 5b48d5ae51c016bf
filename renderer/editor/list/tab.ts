import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { $movable, $moveIn, $moveOut } from './levels.ts'

/** Moves the selected items in or out. Was there one that could be? */
function $move(out: boolean): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const items = $movable(selection, out)
  for (const item of items) (out ? $moveOut : $moveIn)(item)
  return items.length > 0
}

/** Tab and Shift+Tab move items in and out. Elsewhere Tab goes on to the next control, as everywhere in the window. */
export const registerListTab = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const moved = $move(event.shiftKey)
        if (moved) event.preventDefault()
        return moved
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    // In the place of Lexical's own, which loses the selection and leaves behind what stands under an item.
    editor.registerCommand(
      INDENT_CONTENT_COMMAND,
      () => ($move(false), true),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      OUTDENT_CONTENT_COMMAND,
      () => ($move(true), true),
      COMMAND_PRIORITY_LOW,
    ),
  )
