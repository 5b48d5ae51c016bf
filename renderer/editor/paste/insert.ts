import { $insertGeneratedNodes } from '@lexical/clipboard'
import { $isCodeNode } from '@lexical/code-core'
import { $isLinkNode } from '@lexical/link'
import { $isListItemNode, $isListNode, ListNode } from '@lexical/list'
import { $isQuoteNode } from '@lexical/rich-text'
import { $isTableCellNode } from '@lexical/table'
import {
  $addUpdateTag,
  $createLineBreakNode,
  $createTextNode,
  $findMatchingParent,
  $getEditor,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  PASTE_TAG,
  REMOVE_TEXT_COMMAND,
  type BaseSelection,
  type LexicalNode,
} from 'lexical'
import type { Audience } from '../../../model/document/audience.ts'
import { newId } from '../../../model/document/identifier.ts'
import { mapContainers, type Flow, type ListItem } from '../../../model/document/prose.ts'
import { isBlank, plainText, type Content } from '../../../model/document/text.ts'
import { holdable } from '../../../model/html/read.ts'
import { $nodeOf } from '../block.ts'
import { $isCalloutNode } from '../callout/node.ts'
import { $reader } from '../fact/reader.ts'
import { $audienceOf } from '../ids/state.ts'
import { $nodesOf } from '../phrasing/convert.ts'
import { joined, linesOf } from './lines.ts'
import type { Piece } from './own.ts'
import { pasteHostOf } from './source.ts'

const $top = (node: LexicalNode): LexicalNode | null =>
  $findMatchingParent(node, (parent) => $isRootNode(parent.getParent()))

const flowsOf = (pieces: readonly Piece[]): Flow[] => pieces.map(({ node }) => node)

const saysSomething = (flow: Flow): boolean =>
  flow.type === 'code'
    ? flow.value !== ''
    : (flow.type !== 'paragraph' && flow.type !== 'heading') || !isBlank(flow.children)

const isWords = (flow: Flow): boolean => flow.type === 'paragraph'

/** A link in a link is not HTML. */
const unlinked = (content: Content): Content =>
  content.flatMap((node): Content => (node.type === 'link' ? unlinked(node.children) : [node]))

/** Words of a block for a narrower circle stay for that circle in a text for a wider one. */
const kept = (content: Content, { audience }: Piece, around: Audience): Content =>
  audience === undefined || audience === 'public' || audience === around || content.length === 0
    ? content
    : [{ type: 'passage', audience, children: withoutPassages(content) }]

/** The same for every text of a block. */
const heldFlow = (piece: Piece, around: Audience): Flow =>
  mapContainers(piece.node, ({ children }) => kept(children, piece, around))

const withoutPassages = (content: Content): Content =>
  content.flatMap((node) => (node.type === 'passage' ? node.children : [node]))

const $textOf = (content: Content): string =>
  plainText(content, (fact, form) => $reader().read(fact, form) ?? '')

/** Lines as characters, for code. */
const $asCode = (flows: readonly Flow[]): LexicalNode[] =>
  linesOf(flows).flatMap((line, at) => {
    const text = $textOf(line)
    return [
      ...(at === 0 ? [] : [$createLineBreakNode()]),
      ...text
        .split('\n')
        .flatMap((part, row) => [
          ...(row === 0 ? [] : [$createLineBreakNode()]),
          ...(part === '' ? [] : [$createTextNode(part)]),
        ]),
    ]
  })

const isBox = (node: LexicalNode): boolean => $isQuoteNode(node) || $isCalloutNode(node)

/** What a quote or a callout has no place for stands in it as text. */
const forBox = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece): Piece[] => {
    const { node } = piece
    if (node.type === 'blockquote' || node.type === 'callout') {
      const who = node.type === 'blockquote' ? node.attribution : undefined
      const said: Flow[] = who === undefined ? [] : [{ ...who, type: 'paragraph' }]
      return [...node.children, ...said].map((child) => ({ node: child }))
    }
    if (node.type !== 'table' && node.type !== 'thematicBreak') return [piece]
    return linesOf([node]).map((children) => ({
      node: { type: 'paragraph', data: { id: newId() }, children },
    }))
  })

/** Two lists of a kind that touch are one, where they are for the same readers. */
const listsJoined = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (const piece of pieces) {
    const above = out.at(-1)
    if (
      piece.node.type === 'list' &&
      above?.node.type === 'list' &&
      piece.node.ordered === above.node.ordered &&
      piece.audience === above.audience
    ) {
      const children = [...above.node.children, ...piece.node.children]
      out.splice(-1, 1, { ...above, node: { ...above.node, children } })
    } else out.push(piece)
  }
  return out
}

/** Everything as items of one list: what a list has no place for is the text of an item. */
const forList = (pieces: readonly Piece[], ordered: boolean): Piece[] => {
  const children = pieces.flatMap(({ node }): ListItem[] =>
    node.type === 'list'
      ? [...node.children]
      : linesOf([node]).map((line) => ({
          type: 'listItem',
          children: [{ type: 'paragraph', data: { id: newId() }, children: line }],
        })),
  )
  return children.length === 0 ? [] : [{ node: { type: 'list', ordered, children } }]
}

/** The blocks as nodes. What says nothing of its audience is for whom the text at the caret is. */
function $blockNodes(pieces: readonly Piece[], here: LexicalNode | null): LexicalNode[] {
  const around = here === null ? null : $audienceOf(here)
  return pieces.map(({ id, audience, node }) =>
    $nodeOf({
      id: id ?? ('data' in node ? node.data.id : newId()),
      audience: audience ?? around ?? 'public',
      node,
    }),
  )
}

/**
 * Puts blocks in at the selection, as far as the place can hold them: a text takes their lines, code their
 * characters, a paragraph goes on with a paragraph. Nothing happens, and a word is said, where they are more than a
 * document can hold.
 */
export function $insertPieces(given: readonly Piece[], selection: BaseSelection): void {
  const editor = $getEditor()
  const all = listsJoined(given.filter(({ node }) => saysSomething(node)))
  if (all.length === 0) return
  if (holdable(flowsOf(all)) === undefined) {
    pasteHostOf(editor)?.report({ code: 'PASTE_TOO_LARGE', params: {} })
    return
  }
  $addUpdateTag(PASTE_TAG)
  if (!$isRangeSelection(selection)) {
    $insertGeneratedNodes(editor, $blockNodes(all, null), selection)
    return
  }
  if (!selection.isCollapsed()) editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  const anchor = selection.anchor.getNode()
  if ($findMatchingParent(anchor, $isCodeNode) !== null) {
    $insertGeneratedNodes(editor, $asCode(flowsOf(all)), selection)
    return
  }
  const list = $findMatchingParent(anchor, $isListItemNode)?.getParent()
  const single = all.length === 1 && all[0] !== undefined && isWords(all[0].node)
  const top = $top(anchor)
  const around = (top === null ? null : $audienceOf(top)) ?? 'public'
  const inside = (): Piece[] => all.map((piece) => ({ node: heldFlow(piece, around) }))
  const pieces =
    $isListNode(list) && !single
      ? forList(inside(), list.getListType() === 'number')
      : $findMatchingParent(anchor, isBox) === null
        ? all
        : forBox(inside())
  const [first] = pieces
  if (first === undefined) return
  // A paragraph on an empty line is itself: with its id, and for its audience.
  const onEmptyLine = $isParagraphNode(top) && top.isEmpty()
  const whole = first.audience !== undefined && onEmptyLine
  const inline =
    !editor.hasNodes([ListNode]) ||
    (pieces.length === 1 && isWords(first.node) && !whole) ||
    ($findMatchingParent(anchor, $isTableCellNode) !== null &&
      !(pieces.length === 1 && first.node.type === 'table'))
  if (inline) {
    const lines = pieces.flatMap((piece) =>
      linesOf([piece.node]).map((line) => kept(line, piece, around)),
    )
    const content = joined(lines)
    const inLink = $findMatchingParent(anchor, $isLinkNode) !== null
    $insertGeneratedNodes(editor, $nodesOf(inLink ? unlinked(content) : content), selection)
    return
  }
  const nodes = $blockNodes(pieces, top)
  if (!onEmptyLine) {
    $insertGeneratedNodes(editor, nodes, selection)
    return
  }
  let last: LexicalNode = top
  for (const node of nodes) last = last.insertAfter(node)
  top.remove()
  if ($isElementNode(last)) last.selectEnd()
  else last.selectNext()
}
