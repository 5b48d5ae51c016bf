import { $createLinkNode, $isLinkNode } from '@lexical/link'
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
} from 'lexical'
import { safeUrl } from '../../../model/document/link.ts'
import type { Content, Phrasing } from '../../../model/document/text.ts'
import { $isCodePieceNode } from '../code/piece.ts'
import { $codeNode } from '../code/whole.ts'
import { $createPassageNode, $isPassageNode } from '../passage/node.ts'
import { $createFactNode, $isFactNode } from '../fact/node.ts'
import { $createFootnoteNode, $isFootnoteNode } from '../footnote/node.ts'
import { BIT, KNOWN_BITS, MARK_BITS, nest, type Marked } from './marks.ts'

function $nodes(node: Phrasing, bits: number, inLink: boolean): LexicalNode[] {
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [$createTextNode(node.value).setFormat(bits)]
    case 'inlineCode':
      return node.value === '' ? [] : [$codeNode(node.value, bits)]
    case 'break':
      return [$createLineBreakNode()]
    case 'fact':
      return [$createFactNode(node.fact, node.form).setFormat(bits)]
    case 'footnoteReference':
      return [$createFootnoteNode(node.note).setFormat(bits)]
    case 'passage': {
      const children = node.children.flatMap((child) => $nodes(child, bits, inLink))
      return children.length === 0 ? [] : [$createPassageNode(node.audience).append(...children)]
    }
    case 'link': {
      const children = node.children.flatMap((child) => $nodes(child, bits, true))
      // A link in a link is not HTML; the outer one wins and the text stays.
      if (inLink || children.length === 0) return children
      return [$createLinkNode(node.url, { title: node.title ?? null }).append(...children)]
    }
    default:
      return node.children.flatMap((child) => $nodes(child, bits | BIT[node.type], inLink))
  }
}

/** The text of a unit as Lexical nodes. */
export const $nodesOf = (content: Content): LexicalNode[] =>
  content.flatMap((node) => $nodes(node, 0, false))

/** What a link says of itself, with the marks that cover all of it moved outside, so that `**[a](b)**` comes back. */
function $linkPieces(link: LexicalNode, url: string, title: string | null | undefined): Marked[] {
  const inner = $pieces(link)
  // It is on its way out of the link.
  if (inner.some(({ node }) => node.type === 'passage')) return inner
  const inked = inner.filter(({ node }) => node.type !== 'break')
  const common = inked.reduce((bits, piece) => bits & piece.bits, inked.length > 0 ? MARK_BITS : 0)
  const address = safeUrl(url)
  if (address === undefined) return inner
  const children = nest(inner.map(({ bits, node }) => ({ bits: bits & ~common, node })))
  if (children.length === 0) return []
  return [
    { bits: common, node: { type: 'link', url: address, ...(title ? { title } : {}), children } },
  ]
}

const $pieces = (parent: LexicalNode): Marked[] =>
  $isElementNode(parent) ? $piecesOf(parent.getChildren()) : []

function $piecesOf(nodes: readonly LexicalNode[]): Marked[] {
  const pieces = nodes.flatMap((node): Marked[] => {
    if ($isFactNode(node))
      return [
        {
          bits: node.getFormat() & MARK_BITS,
          node: { type: 'fact', fact: node.getFact(), form: node.getForm() },
        },
      ]
    if ($isCodePieceNode(node))
      return [
        {
          bits: node.getFormat() & MARK_BITS,
          node: { type: 'inlineCode', value: node.getCode() },
          isWhole: true,
        },
      ]
    if ($isTextNode(node)) {
      const bits = node.getFormat() & KNOWN_BITS
      const value = node.getTextContent()
      if (value === '') return []
      return [
        {
          bits: bits & MARK_BITS,
          node: { type: bits & BIT.inlineCode ? 'inlineCode' : 'text', value },
        },
      ]
    }
    if ($isLineBreakNode(node)) return [{ bits: 0, node: { type: 'break' } }]
    if ($isFootnoteNode(node))
      return [
        {
          bits: node.getFormat() & MARK_BITS,
          node: { type: 'footnoteReference', note: node.getNote() },
        },
      ]
    if ($isPassageNode(node)) {
      const children = nest($pieces(node))
      const { length } = children
      return length === 0
        ? []
        : [{ bits: 0, node: { type: 'passage', audience: node.getAudience(), children } }]
    }
    if ($isLinkNode(node)) return $linkPieces(node, node.getURL(), node.getTitle())
    return $pieces(node)
  })
  return settle(pieces)
}

/** A break stands inside the marks that go on after it. Code that was typed in two goes is one piece of code. */
function settle(pieces: readonly Marked[]): Marked[] {
  const out: Marked[] = []
  pieces.forEach((piece, at) => {
    const last = out.at(-1)
    if (piece.node.type === 'break')
      out.push({ ...piece, bits: (last?.bits ?? 0) & (pieces[at + 1]?.bits ?? 0) })
    else if (
      last?.node.type === 'inlineCode' &&
      piece.node.type === 'inlineCode' &&
      !(last.isWhole && piece.isWhole) &&
      last.bits === piece.bits
    )
      out[out.length - 1] = {
        bits: last.bits,
        node: { type: 'inlineCode', value: last.node.value + piece.node.value },
      }
    else out.push(piece)
  })
  return out
}

/** Neighbours as content. */
export const $contentOfNodes = (nodes: readonly LexicalNode[]): Content => nest($piecesOf(nodes))

/** Elements as the lines of one text. */
export const $contentOfLines = (lines: readonly LexicalNode[]): Content =>
  nest(
    settle(
      lines.flatMap((line, at): Marked[] => [
        ...(at === 0 ? [] : [{ bits: 0, node: { type: 'break' } as const }]),
        ...$pieces(line),
      ]),
    ),
  )

/** The text that a Lexical element shows, as content. Marks that the document does not know are dropped. */
export const $contentOf = (parent: LexicalNode): Content => nest($pieces(parent))
