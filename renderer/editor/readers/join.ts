import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical'
import { maySee } from '../../../model/document/audience.ts'
import { $audienceOf } from '../ids/state.ts'
import type { PassageNode } from '../passage/node.ts'
import { $blockOf, $holdLine, $lineOf } from './hold.ts'

/** Holds the text at a place for the readers of its block, where the block that it is about to be joined to has more. */
function $holdFor(block: LexicalNode | null, at: LexicalNode): PassageNode[] {
  const own = $blockOf(at)
  const line = $lineOf(at)
  if (block === null || own === null || line === null || own.is(block)) return []
  const audience = $audienceOf(own) ?? 'public'
  if (audience === 'public' || maySee($audienceOf(block) ?? 'public', audience)) return []
  return $holdLine(line, audience)
}

function $isAtStart(point: PointType, block: LexicalNode): boolean {
  const node = point.getNode()
  const first = $isElementNode(block) ? (block.getFirstDescendant() ?? block) : block
  const at = $isElementNode(node) ? (node.getFirstDescendant() ?? node) : node
  return point.offset === 0 && at.is(first)
}

function $isAtEnd(point: PointType, block: LexicalNode): boolean {
  const node = point.getNode()
  const last = $isElementNode(block) ? (block.getLastDescendant() ?? block) : block
  const at = $isElementNode(node) ? (node.getLastDescendant() ?? node) : node
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize()
  return point.offset === size && at.is(last)
}

/** What is selected goes, and what is left of its last block is joined to the first. */
function $rangeHeld(selection: RangeSelection): PassageNode[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  return $holdFor($blockOf(start.getNode()), end.getNode())
}

/** A block is joined to the one before it, or the one after it to this. */
function $edgeHeld({ anchor }: RangeSelection, back: boolean): PassageNode[] {
  const block = $blockOf(anchor.getNode())
  if (block === null) return []
  if (back) {
    if (!$isAtStart(anchor, block)) return []
    return $holdFor(block.getPreviousSibling(), anchor.getNode())
  }
  const next = $isAtEnd(anchor, block) ? block.getNextSibling() : null
  const first = $isElementNode(next) ? (next.getFirstDescendant() ?? next) : null
  return first === null ? [] : $holdFor(block, first)
}

/**
 * Looks at what is about to join texts, before it does: afterwards nobody can say which words were whose. `made` gets
 * the new passages.
 */
export function registerJoins(
  editor: LexicalEditor,
  made: (passages: readonly PassageNode[]) => void,
): () => void {
  const $edge = (back: boolean): false => {
    const selection = $getSelection()
    if ($isRangeSelection(selection))
      made(selection.isCollapsed() ? $edgeHeld(selection, back) : $rangeHeld(selection))
    return false
  }
  const $range = (): false => {
    const selection = $getSelection()
    if ($isRangeSelection(selection) && !selection.isCollapsed()) made($rangeHeld(selection))
    return false
  }
  const first = COMMAND_PRIORITY_CRITICAL
  return mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $edge, first),
    editor.registerCommand(DELETE_WORD_COMMAND, $edge, first),
    editor.registerCommand(DELETE_LINE_COMMAND, $edge, first),
    editor.registerCommand(REMOVE_TEXT_COMMAND, $range, first),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $range, first),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $range, first),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $range, first),
    editor.registerCommand(PASTE_COMMAND, $range, first),
  )
}
