import { $createCodeNode } from '@lexical/code-core'
import { $createHorizontalRuleNode } from '@lexical/extension'
import { $insertList, $isListNode, $removeList } from '@lexical/list'
import {
  $createHeadingNode,
  $createQuoteNode,
  $isQuoteNode,
  type QuoteNode,
} from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $createTableNodeWithDimensions, $isTableNode } from '@lexical/table'
import { $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { TONES, type Tone } from '../../model/document/prose.ts'
import type { BlockType } from './active.ts'
import { $createCalloutNode, $isCalloutNode, type CalloutNode } from './callout/node.ts'
import { tagOf } from './heading/convert.ts'

const $top = (node: LexicalNode): LexicalNode | null =>
  $findMatchingParent(node, (parent) => $isRootNode(parent.getParent()))

/** The blocks that the selection touches. */
function $touched(selection: RangeSelection): LexicalNode[] {
  const nodes = selection.isCollapsed() ? [selection.anchor.getNode()] : selection.getNodes()
  return [...new Set(nodes.map($top).filter((node) => node !== null))]
}

const isBox = (node: LexicalNode): node is QuoteNode | CalloutNode =>
  $isQuoteNode(node) || $isCalloutNode(node)

/** Lets what stands in a quote or a callout out of it. */
function $unbox(selection: RangeSelection): void {
  const nodes = selection.isCollapsed() ? [selection.anchor.getNode()] : selection.getNodes()
  const boxes = new Set(nodes.map((node) => $findMatchingParent(node, isBox)))
  for (const box of boxes) {
    if (box === null) continue
    for (const child of box.getChildren()) box.insertBefore(child)
    box.remove()
  }
}

function $unlist(selection: RangeSelection): void {
  if ($findMatchingParent(selection.anchor.getNode(), $isListNode) !== null) $removeList()
}

/** Puts the blocks at the selection into a box. Who said them is named anew. */
function $putInto(box: QuoteNode | CalloutNode, selection: RangeSelection): void {
  const blocks = $touched(selection).filter(
    (node) => $isElementNode(node) && !$isTableNode(node) && !isBox(node),
  )
  const [first] = blocks
  if (first === undefined) return
  first.insertBefore(box)
  box.append(...blocks)
}

const isTone = (type: BlockType): type is Tone => TONES.some((tone) => tone === type)

/** Makes the blocks at the selection into another kind; their texts stay. */
export function $turnInto(_editor: LexicalEditor, type: BlockType, start?: number): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  if (type === 'bullet' || type === 'number') {
    $insertList(type)
    const list = $findMatchingParent(selection.anchor.getNode(), $isListNode)
    if (type === 'number' && start !== undefined && start !== 1) list?.setStart(start)
    return
  }
  const callout = $findMatchingParent(selection.anchor.getNode(), $isCalloutNode)
  if (isTone(type) && callout !== null) {
    callout.setTone(type)
    return
  }
  if (!isTone(type)) $unlist(selection)
  $unbox(selection)
  if (isTone(type)) return $putInto($createCalloutNode(type), selection)
  if (type === 'paragraph') $setBlocksType(selection, () => $createParagraphNode())
  else if (type === 'code') $setBlocksType(selection, () => $createCodeNode())
  else if (type === 'quote') $putInto($createQuoteNode({ shadowRoot: true }), selection)
  else if (type === 'heading1' || type === 'heading2' || type === 'heading3') {
    const depth = Number(type.slice(-1)) as 1 | 2 | 3
    $setBlocksType(selection, () => $createHeadingNode(tagOf(depth)))
  }
}

/** The same again takes it back. */
export function $toggleInto(editor: LexicalEditor, type: BlockType, now: BlockType | null): void {
  $turnInto(editor, type === now ? 'paragraph' : type)
}

/** Puts a block in at the caret, in the place of an empty line. There is always a line to go on in after it. */
function $insertBlock(node: LexicalNode): void {
  const selection = $getSelection()
  const here = $isRangeSelection(selection) ? $top(selection.anchor.getNode()) : null
  if ($isParagraphNode(here) && here.isEmpty()) {
    here.replace(node)
    if (node.getNextSibling() === null) node.insertAfter($createParagraphNode())
  } else if (here !== null && ($isTableNode(here) || isBox(here))) {
    // Neither holds another block of this kind: it comes after.
    here.insertAfter(node)
    if (node.getNextSibling() === null) node.insertAfter($createParagraphNode())
  } else $insertNodeToNearestRoot(node)
}

/** Three rows of three: enough to see what it is; rows and columns are added from there. */
export function $insertTable(): void {
  const table = $createTableNodeWithDimensions(3, 3, { rows: true, columns: false })
  $insertBlock(table)
  const row = table.getFirstChild()
  const cell = $isElementNode(row) ? row.getFirstChild() : null
  if ($isElementNode(cell)) cell.selectStart()
}

export function $insertRule(): void {
  const rule = $createHorizontalRuleNode()
  $insertBlock(rule)
  rule.selectNext()
}
