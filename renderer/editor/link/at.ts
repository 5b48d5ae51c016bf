import { $isLinkNode, type LinkNode } from '@lexical/link'
import { $findMatchingParent, type LexicalNode, type RangeSelection } from 'lexical'

const linkAt = (node: LexicalNode): LinkNode | null => $findMatchingParent(node, $isLinkNode)

/** The link that the caret stands in, or that holds or is all that is selected. */
export function $linkAt(selection: RangeSelection): LinkNode | null {
  const around = linkAt(selection.anchor.getNode())
  if (around !== null && around.is(linkAt(selection.focus.getNode()))) return around
  if (selection.isCollapsed()) return null
  // The ends of a selection may stand in the texts beside the link.
  const link = selection
    .getNodes()
    .map(linkAt)
    .find((node) => node !== null)
  return link !== undefined && link.getTextContent() === selection.getTextContent() ? link : null
}

/** Takes a link away; its words stay. */
export function $unlink(link: LinkNode): void {
  for (const child of link.getChildren()) link.insertBefore(child)
  link.remove()
}
