import { $getClipboardDataFromSelection, setLexicalClipboardDataTransfer } from '@lexical/clipboard'
import { $isLinkNode } from '@lexical/link'
import {
  $addUpdateTag,
  $caretRangeFromSelection,
  $getSelection,
  $isRangeSelection,
  $removeTextFromCaretRange,
  $setSelection,
  $updateRangeSelectionFromCaretRange,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
  type LexicalEditor,
} from 'lexical'

/**
 * Removes what is selected, where that goes beyond one text or link. Lexical 0.52 asks its selection where it is while it
 * joins what is left, when that names letters that are gone, and then takes the whole step back. So there is none
 * meanwhile. True: it was done.
 */
function $removeSelected(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false
  const { anchor, focus } = selection
  if (anchor.getNode().getParent()?.is(focus.getNode().getParent()) === true) return false
  const range = $caretRangeFromSelection(selection)
  $setSelection(null)
  $updateRangeSelectionFromCaretRange(selection, $removeTextFromCaretRange(range))
  $setSelection(selection)
  return true
}

/** What is typed behind the last line break of a link stands behind the link, and not before it as Lexical has it. */
function $leaveLink(): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return
  const link = selection.anchor.getNode()
  if (!$isLinkNode(link) || selection.anchor.offset < link.getChildrenSize()) return
  const index = link.getIndexWithinParent() + 1
  link.getParentOrThrow().select(index, index)
}

/** How everything that is selected is removed: by the delete keys, by cutting it, and by what takes its place. */
export function registerRemove(editor: LexicalEditor): () => void {
  const first = COMMAND_PRIORITY_CRITICAL
  const $before = (): false => {
    $removeSelected()
    return false
  }
  return mergeRegister(
    editor.registerCommand(REMOVE_TEXT_COMMAND, $removeSelected, first),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $removeSelected, first),
    editor.registerCommand(DELETE_WORD_COMMAND, $removeSelected, first),
    editor.registerCommand(DELETE_LINE_COMMAND, $removeSelected, first),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      () => {
        $removeSelected()
        $leaveLink()
        return false
      },
      first,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $before, first),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $before, first),
    // Lexical removes what was cut in an update of its own, which nobody hears of before.
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        const selection = $getSelection()
        if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return false
        if (!$isRangeSelection(selection) || selection.isCollapsed()) return false
        event.preventDefault()
        setLexicalClipboardDataTransfer(
          event.clipboardData,
          $getClipboardDataFromSelection(selection),
        )
        $addUpdateTag(CUT_TAG)
        editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
        return true
      },
      first,
    ),
  )
}
