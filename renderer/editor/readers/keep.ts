import { $isCodeNode } from '@lexical/code-core'
import { LinkNode } from '@lexical/link'
import {
  $findMatchingParent,
  $getNodeByKey,
  $hasUpdateTag,
  $isElementNode,
  $isRootNode,
  LineBreakNode,
  mergeRegister,
  RootNode,
  TextNode,
  type ElementNode,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import { maySee, type Audience } from '../../../model/document/audience.ts'
import { FactNode } from '../fact/node.ts'
import { FootnoteNode } from '../footnote/node.ts'
import { ID_CLASSES, SESSION_TAG } from '../ids/keep.ts'
import { $audienceOf, $setAudience } from '../ids/state.ts'
import { $isPassageNode, PassageNode } from '../passage/node.ts'
import { readState } from '../read.ts'
import { $blockOf, $hold, $holdLine } from './hold.ts'
import { registerJoins } from './join.ts'

/** What may be moved by itself: of what stands in a link or a passage nothing is told when that is moved as a whole. */
const INLINE: readonly Klass<LexicalNode>[] = [
  ...[TextNode, FactNode, FootnoteNode, LineBreakNode],
  ...[LinkNode, PassageNode],
]

/** The block that something stood in before this update, and whom that was for. */
interface Before {
  readonly block: NodeKey
  readonly audience: Audience
}

const $leavesOf = (node: LexicalNode): LexicalNode[] =>
  $isElementNode(node) ? node.getChildren().flatMap($leavesOf) : [node]

const $linesOf = (node: ElementNode): ElementNode[] => {
  const blocks = node
    .getChildren()
    .filter((child): child is ElementNode => $isElementNode(child) && !child.isInline())
  return blocks.length === 0 ? [node] : blocks.flatMap($linesOf)
}

/** Code has no passages, also in a quote or a callout. */
const $isInCode = (node: LexicalNode): boolean => $findMatchingParent(node, $isCodeNode) !== null

/**
 * Keeps words with their readers, whatever happens to the nodes: nobody comes to read what was not for them because a
 * text was made a heading, put into a list or joined to another. A new block is for whom its first words were, or, where
 * all of it is new, for whom the block above is. What comes to stand in a block for more readers stays for its own, as a
 * passage; code, which has none, becomes theirs with the block that it stands in.
 */
export function registerReaders(editor: LexicalEditor): () => void {
  /** What came into another block in the update that runs, with whom it was for. */
  let moved = new Map<NodeKey, Exclude<Audience, 'public'>>()
  /** Passages that were made because two texts were about to be joined, or came into code. */
  let made = new Set<NodeKey>()

  const $before = (key: NodeKey): Before | null =>
    readState(editor, () => {
      const node = $getNodeByKey(key)
      const block = node === null ? null : $blockOf(node)
      return block === null
        ? null
        : { block: block.getKey(), audience: $audienceOf(block) ?? 'public' }
    })

  /** Whom a block is for that nobody has said it of. */
  const $readersOf = (block: LexicalNode): Audience => {
    for (const leaf of $leavesOf(block)) {
      const before = $before(leaf.getKey())
      if (before !== null) return before.audience
    }
    const beside = block.getPreviousSibling() ?? block.getNextSibling()
    return (beside === null ? null : $audienceOf(beside)) ?? 'public'
  }

  const $look = (node: LexicalNode): void => {
    if ($hasUpdateTag(SESSION_TAG)) return
    const before = $before(node.getKey())
    if ($isRootNode(node.getParent())) {
      // It stood in a block, and what was once said of it alone no longer holds.
      if (before !== null && before.block !== node.getKey()) $setAudience(node, before.audience)
      else if ($audienceOf(node) === null) $setAudience(node, $readersOf(node))
    } else if (before !== null && before.audience !== 'public')
      if ($blockOf(node)?.getKey() !== before.block) moved.set(node.getKey(), before.audience)
  }

  const $settleMoved = (key: NodeKey, audience: Exclude<Audience, 'public'>): void => {
    const node = $getNodeByKey(key)
    const block = node === null ? null : $blockOf(node)
    if (node === null || block === null || maySee($audienceOf(block) ?? 'public', audience)) return
    const lines = $isElementNode(node) && !node.isInline() ? $linesOf(node) : [node]
    if (lines.some($isInCode)) $setAudience(block, audience)
    else
      for (const line of lines)
        if (line.is(node) && node.isInline()) $hold(node, audience)
        else if ($isElementNode(line)) $holdLine(line, audience)
  }

  /** A passage says nothing where all who get the block may read it, as code becomes theirs. */
  const $settleMade = (passage: PassageNode): void => {
    const block = $blockOf(passage)
    if (block === null) return
    if (!maySee($audienceOf(block) ?? 'public', passage.getAudience())) {
      if (!$isInCode(passage)) return
      $setAudience(block, passage.getAudience())
    }
    for (const child of passage.getChildren()) passage.insertBefore(child)
    passage.remove()
  }

  /** When all else is done. */
  const $settle = (): void => {
    const [all, passages] = [moved, made]
    moved = new Map()
    made = new Set()
    for (const [key, audience] of all) $settleMoved(key, audience)
    for (const key of passages) {
      const passage = $getNodeByKey(key)
      if ($isPassageNode(passage) && passage.isAttached()) $settleMade(passage)
    }
  }

  return mergeRegister(
    ...[...ID_CLASSES, ...INLINE].map((klass) => editor.registerNodeTransform(klass, $look)),
    // A text with a passage may be made code, or joined to it.
    editor.registerNodeTransform(PassageNode, (passage) => {
      if ($isInCode(passage)) made.add(passage.getKey())
    }),
    editor.registerNodeTransform(RootNode, $settle),
    registerJoins(editor, (passages) => {
      for (const passage of passages) made.add(passage.getKey())
    }),
  )
}
