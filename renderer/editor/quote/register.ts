import { $isQuoteNode, QuoteNode } from '@lexical/rich-text'
import { $createParagraphNode, $isElementNode, mergeRegister, type LexicalEditor } from 'lexical'
import { $createAttributionNode, $isAttributionNode, AttributionNode } from './attribution.ts'

/** A quote says something, and has one line for who said it, at its end. */
function $whole(quote: QuoteNode): void {
  const children = quote.getChildren()
  const lines = children.filter($isAttributionNode)
  const last = lines.at(-1)
  for (const line of lines) if (line !== last || children.at(-1) !== line) $intoParagraph(line)
  const end = quote.getLastChild()
  if (!$isAttributionNode(end)) quote.append($createAttributionNode())
  if (quote.getChildrenSize() === 1) quote.splice(0, 0, [$createParagraphNode()])
}

/** What is no longer at the end of a quote is a paragraph, and an empty line is gone. */
function $intoParagraph(line: AttributionNode): void {
  if (line.isEmpty()) line.remove()
  else line.replace($createParagraphNode(), true)
}

function $atHome(line: AttributionNode): void {
  if (!$isQuoteNode(line.getParent())) return $intoParagraph(line)
  for (const child of line.getChildren())
    if ($isElementNode(child) && !child.isInline()) {
      for (const inner of child.getChildren()) child.insertBefore(inner)
      child.remove()
    }
}

export const registerQuotes = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerNodeTransform(QuoteNode, $whole),
    editor.registerNodeTransform(AttributionNode, $atHome),
  )
