import { $isCodeNode } from '@lexical/code-core'
import {
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
import { $isPassageNode, type PassageNode } from '../passage/node.ts'
import { readState } from '../read.ts'
import { $blockOf, $hold, $holdLine } from './hold.ts'
import { registerJoins } from './join.ts'

const LEAVES: readonly Klass<LexicalNode>[] = [TextNode, FactNode, FootnoteNode, LineBreakNode]

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

/**
 * Keeps words with their readers, whatever happens to the nodes: nobody comes to read what was not for them because a
 * text was made a heading, put into a list or joined to another. A new block is for whom its first words were, or, where
 * all of it is new, for whom the block above is. What comes to stand in a block for more readers stays for its own, as a
 * passage; code, which has none, becomes theirs.
 */
export function registerReaders(editor: LexicalEditor): () => void {
  /** What came into another block in the update that runs, with whom it was for. */
  let moved = new Map<NodeKey, Exclude<Audience, 'public'>>()
  /** Passages that were made because two texts were about to be joined. */
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
    if ($isCodeNode(block)) $setAudience(block, audience)
    else if ($isElementNode(node) && !node.isInline())
      for (const line of $linesOf(node)) $holdLine(line, audience)
    else $hold(node, audience)
  }

  /** A passage says nothing where all who get the block may read it. */
  const $settleMade = (passage: PassageNode): void => {
    const block = $blockOf(passage)
    if (block === null) return
    if ($isCodeNode(block)) $setAudience(block, passage.getAudience())
    else if (!maySee($audienceOf(block) ?? 'public', passage.getAudience())) return
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
    ...[...ID_CLASSES, ...LEAVES].map((klass) => editor.registerNodeTransform(klass, $look)),
    editor.registerNodeTransform(RootNode, $settle),
    registerJoins(editor, (passages) => {
      for (const passage of passages) made.add(passage.getKey())
    }),
  )
}
