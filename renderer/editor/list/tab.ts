import { $isListItemNode } from '@lexical/list'
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { MAX_DEPTH } from '../../../model/document/prose.ts'

/** A list in a list is two levels of the document: the list and its item. */
const MAX_INDENT = Math.floor((MAX_DEPTH - 2) / 2)

/** Tab and Shift+Tab move an item in and out. Elsewhere Tab goes on to the next control, as everywhere in the window. */
export const registerListTab = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return false
      const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
      if (item === null) return false
      const indent = item.getIndent()
      if (event.shiftKey ? indent === 0 : indent >= MAX_INDENT) return false
      // The first item of a list has nothing to be under.
      if (!event.shiftKey && item.getPreviousSibling() === null) return false
      event.preventDefault()
      editor.dispatchCommand(
        event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
        undefined,
      )
      return true
    },
    COMMAND_PRIORITY_NORMAL,
  )
