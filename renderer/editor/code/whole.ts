import {
  $createTextNode,
  $getEditor,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  FORMAT_TEXT_COMMAND,
  IS_CODE,
  mergeRegister,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $createCodePieceNode, $isCodePieceNode, CODE_PIECE } from './piece.ts'

const editors = new WeakSet<LexicalEditor>()

/** Code with marks around it (`bits`, Lexical's) for the editor that it is made in: a piece, or text that can be typed in. */
export const $codeNode = (code: string, bits: number): LexicalNode =>
  editors.has($getEditor())
    ? $createCodePieceNode(code).setFormat(bits)
    : $createTextNode(code).setFormat(bits | IS_CODE)

/** A click on a piece goes to the nearer of its two sides, as there is no place in it. Two clicks take it whole. */
function $besidePiece({ target, clientX, detail }: MouseEvent): boolean {
  const element = target instanceof Element ? target.closest(`[${CODE_PIECE}]`) : null
  const node = element === null ? null : $getNearestNodeFromDOMNode(element)
  if (element === null || !$isCodePieceNode(node) || detail > 1) return false
  const { left, width } = element.getBoundingClientRect()
  const isRight = clientX > left + width / 2
  const isRtl = getComputedStyle(element.parentElement ?? element).direction === 'rtl'
  if (isRight === isRtl) node.selectPrevious()
  else node.selectNext(0, 0)
  return true
}

/**
 * Makes every piece of code that comes into an editor indivisible, whichever way it comes: with the text, pasted, put in,
 * between two backticks or as a mark on words that are selected. Where nothing is selected there are no words to mark, and
 * what is typed next to a piece is never part of it.
 */
export function registerWholeCodes(editor: LexicalEditor): () => void {
  editors.add(editor)
  return mergeRegister(
    () => editors.delete(editor),
    editor.registerNodeTransform(TextNode, (node) => {
      if (!node.hasFormat('code')) return
      const piece = $createCodePieceNode(node.getTextContent())
      node.replace(piece.setFormat(node.getFormat() & ~IS_CODE))
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.setFormat(selection.format & ~IS_CODE)
    }),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => {
        const selection = $getSelection()
        return format === 'code' && $isRangeSelection(selection) && selection.isCollapsed()
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(CLICK_COMMAND, $besidePiece, COMMAND_PRIORITY_CRITICAL),
  )
}
