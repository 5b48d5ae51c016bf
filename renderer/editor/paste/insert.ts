import { $insertGeneratedNodes } from '@lexical/clipboard'
import { $isCodeNode } from '@lexical/code-core'
import { $isLinkNode } from '@lexical/link'
import { $isListItemNode, $isListNode, ListNode } from '@lexical/list'
import { $isQuoteNode } from '@lexical/rich-text'
import { $isTableCellNode, $isTableSelection } from '@lexical/table'
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
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { maySee, type Audience } from '../../../model/document/audience.ts'
import { newId } from '../../../model/document/identifier.ts'
import { mapContainers, type Flow, type ListItem } from '../../../model/document/prose.ts'
import {
  isBlank,
  plainText,
  type Content,
  type PassageAudience,
} from '../../../model/document/text.ts'
import { holdable } from '../../../model/html/read.ts'
import { $nodeOf } from '../block.ts'
import { $isCalloutNode } from '../callout/node.ts'
import { $reader } from '../fact/reader.ts'
import { $audienceOf, $setAudience } from '../ids/state.ts'
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

const narrower = (one: Audience, other: Audience): Audience => (maySee(one, other) ? one : other)

/** Words of a block for a narrower circle stay for that circle in a text for a wider one, and its passages for theirs. */
function kept(content: Content, { audience = 'public' }: Piece, around: Audience): Content {
  if (audience === 'public' || maySee(around, audience)) return content
  const parts: { audience: PassageAudience; children: Content }[] = []
  for (const node of content) {
    const own = node.type === 'passage' ? narrower(audience, node.audience) : audience
    const children = node.type === 'passage' ? node.children : [node]
    const last = parts.at(-1)
    if (last?.audience === own) last.children = [...last.children, ...children]
    else if (own !== 'public') parts.push({ audience: own, children })
  }
  return parts.map((part) => ({ type: 'passage', ...part }))
}

/** The same for every text of a block. */
const heldFlow = (piece: Piece, around: Audience): Flow =>
  mapContainers(piece.node, ({ children }) => kept(children, piece, around))

/** A block as the lines of its texts, each for its readers. */
const heldLines = (piece: Piece, around: Audience): Content[] =>
  linesOf([piece.node]).map((line) => kept(line, piece, around))

/** The narrowest circle that any of the words are for. */
const readersOf = (pieces: readonly Piece[]): Audience =>
  pieces.reduce<Audience>((readers, piece) => {
    const passages = linesOf([piece.node]).flat()
    const inside = passages.map((node) => (node.type === 'passage' ? node.audience : 'public'))
    return [piece.audience ?? 'public', ...inside].reduce(narrower, readers)
  }, 'public')

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

/** What a quote or a callout has no place for stands in it as text, and so does code for others, which has no passages. */
const forBox = (pieces: readonly Piece[], around: Audience): Piece[] =>
  pieces.flatMap((piece): Piece[] => {
    const { node, audience = 'public' } = piece
    if (node.type === 'blockquote' || node.type === 'callout') {
      const who = node.type === 'blockquote' ? node.attribution : undefined
      const said: Flow[] = who === undefined ? [] : [{ ...who, type: 'paragraph' }]
      return forBox(
        [...node.children, ...said].map((child) => ({ audience, node: child })),
        around,
      )
    }
    const isForOthers = node.type === 'code' && !maySee(around, audience)
    if (node.type !== 'table' && node.type !== 'thematicBreak' && !isForOthers)
      return [{ node: heldFlow(piece, around) }]
    return heldLines(piece, around).map((children) => ({
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
const forList = (pieces: readonly Piece[], ordered: boolean, around: Audience): Piece[] => {
  const children = pieces.flatMap((piece): ListItem[] => {
    const node = piece.node.type === 'list' ? heldFlow(piece, around) : piece.node
    return node.type === 'list'
      ? [...node.children]
      : heldLines(piece, around).map((line) => ({
          type: 'listItem',
          children: [{ type: 'paragraph', data: { id: newId() }, children: line }],
        }))
  })
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

/** A table whose cells become cells of one that is there. */
const asCells = (pieces: readonly Piece[], around: Audience): Piece[] =>
  pieces.map((piece) => ({ node: heldFlow(piece, around) }))

/** Lines as a table of one column: cells that are selected take tables, and of all else Lexical leaves the letters. */
const asColumn = (lines: readonly Content[]): Flow => ({
  type: 'table',
  align: [null],
  children: lines.map((children) => ({
    type: 'tableRow',
    children: [{ type: 'tableCell', data: { id: newId() }, children }],
  })),
})

/** Puts them in the place of cells that are selected, or of something in a text; of a whole block they stay blocks. */
function $insertOver(pieces: readonly Piece[], selection: BaseSelection): void {
  const editor = $getEditor()
  const cell = $isTableSelection(selection) && selection.getNodes().find($isTableCellNode)
  const place = cell || selection.getNodes()[0]
  const top = place === undefined ? null : $top(place)
  const around = (top === null ? null : $audienceOf(top)) ?? 'public'
  const lines = pieces.flatMap((piece) => heldLines(piece, around))
  if (top === null || top.is(place ?? null))
    $insertGeneratedNodes(editor, $blockNodes(pieces, null), selection)
  else if (!cell) $insertGeneratedNodes(editor, $nodesOf(joined(lines)), selection)
  else if (pieces.length === 1 && pieces[0]?.node.type === 'table')
    $insertGeneratedNodes(editor, $blockNodes(asCells(pieces, around), top), selection)
  // From a caret on the table grows where they are more than was selected.
  else
    $insertGeneratedNodes(editor, $blockNodes([{ node: asColumn(lines) }], top), cell.selectEnd())
}

/** Blocks for other readers are joined to nothing: the text that they are put into is divided, and stays for its own. */
function $insertBetween(
  block: ElementNode,
  around: Audience,
  nodes: readonly LexicalNode[],
  selection: RangeSelection,
): void {
  const rest = selection.insertParagraph()
  const head = rest?.getPreviousSibling() ?? block
  let last: LexicalNode = head
  for (const node of nodes) last = last.insertAfter(node)
  if (rest !== null) {
    $setAudience(rest, around)
    if (rest.isEmpty()) rest.remove()
  }
  if ($isElementNode(head) && head.isEmpty()) head.remove()
  if ($isElementNode(last)) last.selectEnd()
  else last.selectNext()
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
    $insertOver(all, selection)
    return
  }
  if (!selection.isCollapsed()) editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  const anchor = selection.anchor.getNode()
  const top = $top(anchor)
  const around = (top === null ? null : $audienceOf(top)) ?? 'public'
  if ($findMatchingParent(anchor, $isCodeNode) !== null) {
    // It has no passages, and becomes theirs.
    if (top !== null) $setAudience(top, narrower(around, readersOf(all)))
    $insertGeneratedNodes(editor, $asCode(flowsOf(all)), selection)
    return
  }
  const list = $findMatchingParent(anchor, $isListItemNode)?.getParent()
  const single = all.length === 1 && all[0] !== undefined && isWords(all[0].node)
  const inCell = $findMatchingParent(anchor, $isTableCellNode) !== null
  const cells = inCell && all.length === 1 && all[0]?.node.type === 'table'
  const pieces = cells
    ? asCells(all, around)
    : $isListNode(list) && !single
      ? forList(all, list.getListType() === 'number', around)
      : $findMatchingParent(anchor, isBox) === null
        ? all
        : forBox(all, around)
  const [first] = pieces
  if (first === undefined) return
  // A paragraph on an empty line is itself: with its id, and for its audience.
  const onEmptyLine = $isParagraphNode(top) && top.isEmpty()
  const whole = first.audience !== undefined && onEmptyLine
  const inline =
    !editor.hasNodes([ListNode]) ||
    (pieces.length === 1 && isWords(first.node) && !whole) ||
    (inCell && !cells)
  if (inline) {
    const content = joined(pieces.flatMap((piece) => heldLines(piece, around)))
    const inLink = $findMatchingParent(anchor, $isLinkNode) !== null
    $insertGeneratedNodes(editor, $nodesOf(inLink ? unlinked(content) : content), selection)
    return
  }
  const nodes = $blockNodes(pieces, top)
  if (!onEmptyLine) {
    const isForOthers = pieces.some(({ audience }) => audience !== undefined && audience !== around)
    if (isForOthers && $isElementNode(top)) $insertBetween(top, around, nodes, selection)
    else $insertGeneratedNodes(editor, nodes, selection)
    return
  }
  let last: LexicalNode = top
  for (const node of nodes) last = last.insertAfter(node)
  top.remove()
  if ($isElementNode(last)) last.selectEnd()
  else last.selectNext()
}
