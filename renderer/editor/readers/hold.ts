import {
  $findMatchingParent,
  $isElementNode,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { maySee, type Audience } from '../../../model/document/audience.ts'
import { $createPassageNode, $isPassageNode, type PassageNode } from '../passage/node.ts'

/** The block that something stands in. */
export const $blockOf = (node: LexicalNode): LexicalNode | null =>
  $findMatchingParent(node, (parent) => $isRootNode(parent.getParent()))

/** The text that something stands in: a paragraph, an item, a cell. */
export function $lineOf(node: LexicalNode): ElementNode | null {
  const line = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline())
  return $isElementNode(line) && !$isRootNode(line) ? line : null
}

/**
 * Puts a part of a text into a passage for these readers, or into the one for them that ends before it. A passage that
 * it stands in or is becomes theirs, where it was for more. Returns the passage where there is a new one.
 */
export function $hold(
  node: LexicalNode,
  audience: Exclude<Audience, 'public'>,
): PassageNode | null {
  const around = $findMatchingParent(node, $isPassageNode)
  if (around !== null) {
    if (!maySee(around.getAudience(), audience)) around.setAudience(audience)
    return null
  }
  const before = node.getPreviousSibling()
  if ($isPassageNode(before) && before.getAudience() === audience) {
    before.append(node)
    return null
  }
  const passage = $createPassageNode(audience)
  node.insertBefore(passage)
  passage.append(node)
  return passage
}

/** The same for all of a text. */
export const $holdLine = (
  line: ElementNode,
  audience: Exclude<Audience, 'public'>,
): PassageNode[] =>
  line
    .getChildren()
    .map((child) => ($isElementNode(child) && !child.isInline() ? null : $hold(child, audience)))
    .filter((passage) => passage !== null)
