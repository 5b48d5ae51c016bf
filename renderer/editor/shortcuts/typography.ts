import { $isCodeNode } from '@lexical/code-core'
import {
  $findMatchingParent,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { settingFor } from '../../../model/typography/typed.ts'
import type { Typography } from '../../../model/typography/typography.ts'

/** The text of an element up to a node in it. What is no text, a fact, stands as one character. */
function $before(element: ElementNode, end: LexicalNode): { text: string; found: boolean } {
  let text = ''
  for (const child of element.getChildren()) {
    if (child.is(end)) return { text, found: true }
    if ($isElementNode(child)) {
      const inner = $before(child, end)
      text += inner.text
      if (inner.found) return { text, found: true }
    } else if ($isTextNode(child)) text += child.getTextContent()
    else text += $isLineBreakNode(child) ? '\n' : '\u{FFFC}'
  }
  return { text, found: false }
}

/** Sets what was typed right before the caret as the language does. True: something was set. Never in code. */
export function $typographyShortcut(selection: RangeSelection, language: Typography): boolean {
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code')) return false
  if ($findMatchingParent(node, $isCodeNode) !== null) return false
  const end = selection.anchor.offset
  const own = node.getTextContent().slice(0, end)
  const line = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline())
  if (!$isElementNode(line)) return false
  const before = $before(line, node).text + own.slice(0, -1)
  const setting = settingFor(before, own.slice(-1), language)
  // A mark that begins in another text than it ends in stays as it was typed.
  if (setting === undefined || setting.remove >= own.length) return false
  const start = own.length - 1 - setting.remove
  node.spliceText(start, setting.remove + 1, setting.insert, true)
  return true
}
