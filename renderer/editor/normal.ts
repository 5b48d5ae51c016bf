import { $isLinkNode, LinkNode } from '@lexical/link'
import { $isHorizontalRuleNode } from '@lexical/extension'
import { $createQuoteNode, $isQuoteNode, HeadingNode, QuoteNode } from '@lexical/rich-text'
import {
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
} from '@lexical/table'
import { ListItemNode } from '@lexical/list'
import {
  $createParagraphNode,
  $findMatchingParent,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  mergeRegister,
  ParagraphNode,
  TextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { safeUrl } from '../../model/document/link.ts'
import { $createCalloutNode, $isCalloutNode, CalloutNode } from './callout/node.ts'
import { depthOf, tagOf } from './heading/convert.ts'
import { $unlink } from './link/at.ts'
import { KNOWN_BITS } from './phrasing/marks.ts'
import { $isAttributionNode } from './quote/attribution.ts'

/** What is shown is what is stored: marks, colours, indents and alignments that the document has no place for go. */
function $plainText(node: TextNode): void {
  if ((node.getFormat() & ~KNOWN_BITS) !== 0) node.setFormat(node.getFormat() & KNOWN_BITS)
  if (node.getStyle() !== '') node.setStyle('')
}

function $plainBlock(node: ElementNode): void {
  if (node.getFormatType() !== '') node.setFormat('')
  if (node.getIndent() !== 0 && !(node instanceof ListItemNode)) node.setIndent(0)
}

function $plainHeading(node: HeadingNode): void {
  const tag = tagOf(depthOf(node.getTag()))
  if (node.getTag() !== tag) node.setTag(tag)
}

/** An address that no published page may hold is not shown as a link either; of a link in a link the outer one wins. */
function $plainLink(node: LinkNode): void {
  for (const child of node.getChildren()) if ($isLinkNode(child)) $unlink(child)
  const around = node.getParent()
  const isInside = around !== null && $findMatchingParent(around, $isLinkNode) !== null
  if (isInside || safeUrl(node.getURL()) === undefined) $unlink(node)
}

/** What stands in the lines of a node, without its structure. */
export const $inlineOf = (node: ElementNode): LexicalNode[] =>
  node
    .getChildren()
    .flatMap((child) => ($isElementNode(child) && !child.isInline() ? $inlineOf(child) : [child]))

/** A cell holds text alone. */
function $plainCell(cell: TableCellNode): void {
  for (const child of cell.getChildren()) {
    if ($isParagraphNode(child)) continue
    if ($isDecoratorNode(child) && !child.isInline()) {
      child.remove()
      continue
    }
    const line = $createParagraphNode()
    const inner = $isElementNode(child) && !child.isInline() ? $inlineOf(child) : [child]
    child.insertBefore(line)
    line.append(...inner)
    if (child.isAttached() && !inner.includes(child)) child.remove()
  }
}

type Box = QuoteNode | CalloutNode

const $another = (box: Box): Box =>
  $isCalloutNode(box) ? $createCalloutNode(box.getTone()) : $createQuoteNode({ shadowRoot: true })

const $isEmptyAttribution = (node: LexicalNode): boolean =>
  $isAttributionNode(node) && node.isEmpty()

/**
 * What a quote or a callout has no place for stands between two of them; one in another is one. What says who said it
 * stays with what was said last.
 */
function $plainBox(box: Box): void {
  for (const child of box.getChildren()) {
    if ($isQuoteNode(child) || $isCalloutNode(child)) {
      for (const inner of child.getChildren()) child.insertBefore(inner)
      child.remove()
    } else if (
      $isTableNode(child) ||
      $isHorizontalRuleNode(child) ||
      ($isDecoratorNode(child) && !child.isInline())
    ) {
      const rest = child.getNextSiblings()
      box.insertAfter(child)
      if (rest.every($isEmptyAttribution)) for (const node of rest) node.remove()
      else child.insertAfter($another(box).append(...rest))
      break
    }
  }
  if (box.isEmpty()) box.remove()
}

/** The first row, and it alone, is the header. */
function $headerRow(node: TableNode): void {
  node.getChildren().forEach((row, at) => {
    if (!$isTableRowNode(row)) return
    const state = at === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS
    for (const cell of row.getChildren())
      if (cell instanceof TableCellNode && cell.getHeaderStyles() !== state)
        cell.setHeaderStyles(state)
  })
}

/** Holds an editor's nodes to what the document can say. */
export const registerNormal = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerNodeTransform(TextNode, $plainText),
    editor.registerNodeTransform(ParagraphNode, $plainBlock),
    editor.registerNodeTransform(HeadingNode, (node) => {
      $plainBlock(node)
      $plainHeading(node)
    }),
    editor.registerNodeTransform(LinkNode, $plainLink),
    editor.registerNodeTransform(TableCellNode, $plainCell),
    editor.registerNodeTransform(TableNode, $headerRow),
    editor.registerNodeTransform(QuoteNode, $plainBox),
    editor.registerNodeTransform(CalloutNode, $plainBox),
  )

/** The same for an editor of inline text. */
export const registerInlineNormal = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerNodeTransform(TextNode, $plainText),
    editor.registerNodeTransform(ParagraphNode, $plainBlock),
    editor.registerNodeTransform(LinkNode, $plainLink),
  )
