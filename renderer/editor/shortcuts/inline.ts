import { $createLinkNode } from '@lexical/link'
import {
  $createTextNode,
  $isTextNode,
  type RangeSelection,
  type TextFormatType,
  type TextNode,
} from 'lexical'
import { safeUrl } from '../../../model/document/link.ts'

interface Rule {
  /** The character that, once typed, closes the mark. */
  readonly last: string
  /** Matches up to the caret; group 1 is what came before and is kept, group 2 the marked text. */
  readonly pattern: RegExp
  readonly format: TextFormatType
}

/** Longer marks first. The marked text neither begins nor ends with white space, as CommonMark 6.2 has it. */
const RULES: readonly Rule[] = [
  { last: '*', pattern: /(^|[^*])\*\*(?!\s)([^*]+?)(?<!\s)\*\*$/u, format: 'bold' },
  { last: '~', pattern: /(^|[^~])~~(?!\s)([^~]+?)(?<!\s)~~$/u, format: 'strikethrough' },
  { last: '`', pattern: /(^|[^`])`([^`]+)`$/u, format: 'code' },
  { last: '*', pattern: /(^|[^*\p{L}\p{N}])\*(?![\s*])([^*]+?)(?<!\s)\*$/u, format: 'italic' },
  { last: '_', pattern: /(^|[^_\p{L}\p{N}])_(?![\s_])([^_]+?)(?<!\s)_$/u, format: 'italic' },
]
const LINK = /\[([^[\]]+)\]\((\S+)\)$/u

/** Cuts `length` characters before the caret out of the node and gives them back as a node of their own. */
function $cut(node: TextNode, end: number, length: number): TextNode {
  const start = end - length
  if (start === 0) {
    const [only] = end < node.getTextContentSize() ? node.splitText(end) : [node]
    return only!
  }
  const parts = end < node.getTextContentSize() ? node.splitText(start, end) : node.splitText(start)
  return parts[1]!
}

/** Turns Markdown marks that were closed right before the caret into what they mean. True: something was turned. */
export function $inlineShortcut(selection: RangeSelection): boolean {
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code')) return false
  const end = selection.anchor.offset
  const before = node.getTextContent().slice(0, end)
  const link = before.endsWith(')') ? LINK.exec(before) : null
  if (link !== null) {
    const [whole, text, address] = link
    if (safeUrl(address!) === undefined) return false
    const target = $cut(node, end, whole.length)
    const made = $createLinkNode(address!)
    target.replace(made.append($createTextNode(text).setFormat(target.getFormat())))
    made.selectNext()
    return true
  }
  for (const { last, pattern, format } of RULES) {
    if (!before.endsWith(last)) continue
    const match = pattern.exec(before)
    if (match === null) continue
    const marked = match[2]!
    const target = $cut(node, end, match[0].length - match[1]!.length)
    const around = target.getFormat()
    target.setTextContent(marked)
    target.toggleFormat(format)
    // What is typed next stands outside the mark again.
    target.select(marked.length, marked.length).setFormat(around)
    return true
  }
  return false
}
