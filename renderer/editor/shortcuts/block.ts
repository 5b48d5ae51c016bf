import { $isCodeNode } from '@lexical/code-core'
import { $isParagraphNode, $isTextNode, type LexicalEditor, type RangeSelection } from 'lexical'
import type { BlockType } from '../active.ts'
import { $turnInto } from '../turn.ts'

interface Rule {
  readonly pattern: RegExp
  readonly into: (match: RegExpExecArray) => BlockType
  readonly start?: (match: RegExpExecArray) => number
}

const RULES: readonly Rule[] = [
  { pattern: /^(#{1,3}) $/, into: ([, marks]) => `heading${marks!.length as 1 | 2 | 3}` },
  { pattern: /^[-*+] $/, into: () => 'bullet' },
  { pattern: /^(\d{1,9})[.)] $/, into: () => 'number', start: ([, digits]) => Number(digits) },
  { pattern: /^> $/, into: () => 'quote' },
  // GitHub's alerts, also where the quote's mark was typed before: a quote is a box of its own.
  { pattern: /^\[!(note|tip)\]$/i, into: () => 'note' },
  { pattern: /^\[!important\]$/i, into: () => 'important' },
  { pattern: /^\[!(warning|caution)\]$/i, into: () => 'warning' },
  { pattern: /^``` ?$/, into: () => 'code' },
]

/** Turns a paragraph that begins with a Markdown mark into the block that it means. True: it was turned. */
export function $blockShortcut(editor: LexicalEditor, selection: RangeSelection): boolean {
  const node = selection.anchor.getNode()
  const paragraph = node.getParent()
  if (!$isTextNode(node) || !$isParagraphNode(paragraph) || $isCodeNode(paragraph)) return false
  if (node.getPreviousSibling() !== null || node.hasFormat('code')) return false
  const before = node.getTextContent().slice(0, selection.anchor.offset)
  for (const { pattern, into, start } of RULES) {
    const match = pattern.exec(before)
    if (match === null) continue
    node.spliceText(0, before.length, '', true)
    $turnInto(editor, into(match), start?.(match))
    return true
  }
  return false
}
