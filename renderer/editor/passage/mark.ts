import { $isCodeNode } from '@lexical/code-core'
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import type { Audience } from '../../../model/document/audience.ts'
import { withPassage } from '../../../model/document/passage.ts'
import { $audienceOf, $setAudience } from '../ids/state.ts'
import { $contentOf, $nodesOf } from '../phrasing/convert.ts'
import { $isPassageNode, type PassageNode } from './node.ts'
import { $selectBetween, leavesOf, offsetOf, sizeOf } from './points.ts'

const isLine = (node: LexicalNode): node is ElementNode =>
  $isElementNode(node) && !node.isInline() && node.getChildren().every((child) => !isBlock(child))
const isBlock = (node: LexicalNode): boolean => $isElementNode(node) && !node.isInline()

/** The texts that a selection touches, in order. Code has no passages. */
function $linesOf(selection: RangeSelection): ElementNode[] {
  const lines = new Set<ElementNode>()
  const ends = [selection.anchor.getNode(), selection.focus.getNode()]
  const nodes = selection.isBackward()
    ? [ends[1]!, ...selection.getNodes(), ends[0]!]
    : [ends[0]!, ...selection.getNodes(), ends[1]!]
  for (const node of nodes) {
    const line = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline())
    if ($isElementNode(line) && isLine(line) && !$isRootNode(line) && !$isCodeNode(line))
      lines.add(line)
  }
  return [...lines]
}

const $sizeOf = (line: ElementNode): number =>
  [...leavesOf(line)].reduce((sum, leaf) => sum + sizeOf(leaf), 0)

/** The passage that the whole selection stands in. */
export function $passageAt(selection: RangeSelection): PassageNode | null {
  const at = (node: LexicalNode): PassageNode | null => $findMatchingParent(node, $isPassageNode)
  const passage = at(selection.anchor.getNode())
  return passage !== null && passage.is(at(selection.focus.getNode())) ? passage : null
}

/**
 * Marks what is selected for an audience, or (`public`) takes the mark off. Where nothing is selected, the passage that
 * the caret is in is meant.
 */
export function $markPassage(audience: Audience): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const passage = $passageAt(selection)
  if (selection.isCollapsed() && passage === null) return
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const lines = $linesOf(selection)
  const spots = lines.map((line, at) => {
    if (passage !== null && selection.isCollapsed()) {
      const start = offsetOf(line, passage.getFirstDescendant()!.selectStart().anchor)
      return { line, start, end: start + $sizeOf(passage) }
    }
    return {
      line,
      start: at === 0 ? offsetOf(line, first) : 0,
      end: at === lines.length - 1 ? offsetOf(line, last) : $sizeOf(line),
    }
  })
  for (const { line, start, end } of spots) {
    const content = $contentOf(line)
    const next = withPassage(content, start, end, audience)
    if (next !== content) line.splice(0, line.getChildrenSize(), $nodesOf(next))
  }
  const [from, to] = [spots.at(0), spots.at(-1)]
  if (from && to)
    $selectBetween({ line: from.line, offset: from.start }, { line: to.line, offset: to.end })
}

/** Does the caret stand behind the last character of a passage, inside it? */
function $atEnd(selection: RangeSelection, passage: PassageNode): boolean {
  const { anchor } = selection
  if (anchor.type === 'text') {
    const node = anchor.getNode()
    return node.is(passage.getLastDescendant()) && anchor.offset === node.getTextContentSize()
  }
  return anchor.getNode().is(passage) && anchor.offset === passage.getChildrenSize()
}

/** Goes out of a passage at its end. False: the caret is somewhere else. */
export function $leavePassage(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const passage = $passageAt(selection)
  if (passage === null || !$atEnd(selection, passage)) return false
  const index = passage.getIndexWithinParent() + 1
  passage.getParentOrThrow().select(index, index)
  return true
}

/** Makes the block that the caret is in internal, or takes that back. */
function $toggleBlock(selection: RangeSelection): void {
  const block = $findMatchingParent(selection.anchor.getNode(), (parent) =>
    $isRootNode(parent.getParent()),
  )
  if (block !== null) $setAudience(block, $audienceOf(block) === 'internal' ? 'public' : 'internal')
}

/**
 * One key for what must not get out: what is selected becomes internal, or public again; at the end of a passage it goes
 * on outside of it; without a selection it is the whole block, and in a text that is no block the passage at the caret.
 */
export function $toggleInternal(kind: 'prose' | 'inline'): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || $leavePassage()) return
  const passage = $passageAt(selection)
  if (passage !== null) $markPassage(passage.getAudience() === 'internal' ? 'public' : 'internal')
  else if (!selection.isCollapsed()) $markPassage('internal')
  else if (kind === 'prose') $toggleBlock(selection)
}
