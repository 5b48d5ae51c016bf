import { $isQuoteNode } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import { $isCalloutNode } from './callout/node.ts'
import { $isAttributionNode } from './quote/attribution.ts'

/**
 * Enter on an empty last line leads out of a quote or a callout: of a quote first to who said it, and from there on
 * behind it.
 */
function $leave(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const line = $findMatchingParent(
    selection.anchor.getNode(),
    (node) => $isParagraphNode(node) || $isAttributionNode(node),
  )
  const box = line?.getParent() ?? null
  if (line === null || !($isQuoteNode(box) || $isCalloutNode(box))) return false
  if (!$isAttributionNode(line)) {
    const next = line.getNextSibling()
    const last = next === null || $isAttributionNode(next)
    if (!$isParagraphNode(line) || !line.isEmpty() || !last || line.getPreviousSibling() === null)
      return false
    line.remove()
    if ($isAttributionNode(next)) {
      next.selectEnd()
      return true
    }
  }
  const after = $createParagraphNode()
  box.insertAfter(after)
  after.select()
  return true
}

/** Backspace at the start of who said it goes back to what was said. */
function $back(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.offset > 0)
    return false
  const line = $findMatchingParent(selection.anchor.getNode(), $isAttributionNode)
  const at = selection.anchor.getNode()
  if (line === null || !(line.is(at) || line.getFirstDescendant()?.is(at))) return false
  line.getPreviousSibling()?.selectEnd()
  return true
}

export const registerLeave = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.isComposing || event?.shiftKey || !$leave()) return false
        event?.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        if (!$back()) return false
        event.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
