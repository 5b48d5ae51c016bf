import { CodeNode } from '@lexical/code-core'
import { HorizontalRuleNode } from '@lexical/extension'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { $isTableCellNode, TableCellNode, TableNode } from '@lexical/table'
import {
  $getNodeByKey,
  $hasUpdateTag,
  $isElementNode,
  $isParagraphNode,
  $isRootNode,
  mergeRegister,
  ParagraphNode,
  type EditorState,
  type ElementNode,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import type { Audience } from '../../../model/document/audience.ts'
import { newId, type Identifier } from '../../../model/document/identifier.ts'
import { CalloutNode } from '../callout/node.ts'
import { AttributionNode } from '../quote/attribution.ts'
import { OpaqueNode } from '../opaque/node.ts'
import { readState } from '../read.ts'
import { $audienceOf, $idOf, $setAudience, $setId } from './state.ts'

/** On updates that bring in what the session says: ids come with it and are right. */
export const SESSION_TAG = 'session'

/** What carries an id: blocks, and the texts in them. */
export const ID_CLASSES: readonly Klass<LexicalNode>[] = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  AttributionNode,
  CalloutNode,
  ListNode,
  ListItemNode,
  TableNode,
  TableCellNode,
  CodeNode,
  HorizontalRuleNode,
  OpaqueNode,
]

/** Does the node carry an id? A paragraph in a cell does not: the cell is the unit. */
function hasId(node: LexicalNode): boolean {
  if ($isParagraphNode(node)) return !$isTableCellNode(node.getParent())
  return ID_CLASSES.some((klass) => node instanceof klass)
}

const $isEmptied = (node: LexicalNode): boolean => $isElementNode(node) && node.isEmpty()

const $leavesOf = (node: ElementNode): NodeKey[] =>
  node
    .getChildren()
    .flatMap((child) => ($isElementNode(child) ? $leavesOf(child) : [child.getKey()]))

function nearest(node: LexicalNode | null): LexicalNode | null {
  let at = node
  while (at !== null && !hasId(at)) at = at.getParent()
  return at
}

interface Origin {
  readonly id: Identifier
  readonly key: NodeKey
  readonly audience: Audience | null
}

/**
 * Keeps ids unique and with their words, whatever happens to the nodes. A node keeps an id that nobody else has. A
 * node without one takes that of the block whose first words it now holds, if that block is gone (a paragraph became
 * a heading) or stands empty in front (Enter at the start of a text). Everything else is new.
 *
 * `taken` says whether an id stands elsewhere in the postmortem: what is pasted from there is a copy.
 */
export function registerIds(editor: LexicalEditor, taken: (id: Identifier) => boolean): () => void {
  /** Of the committed state, and of the update that runs. */
  let owners = new Map<Identifier, NodeKey>()
  let claims = new Map<Identifier, NodeKey>()

  const rebuild = (state: EditorState): void => {
    owners = new Map()
    readState(editor, () => {
      for (const [key, node] of state._nodeMap)
        if (hasId(node) && node.isAttached() && $idOf(node) !== '') owners.set($idOf(node), key)
    })
  }

  const $claim = (node: LexicalNode, id: Identifier): void => {
    claims.set(id, node.getKey())
    if ($idOf(node) !== id) $setId(node, id)
  }

  const $ownerOf = (id: Identifier): LexicalNode | null => {
    const key = claims.get(id) ?? owners.get(id)
    const node = key === undefined ? null : $getNodeByKey(key)
    return node !== null && node.isAttached() && $idOf(node) === id ? node : null
  }

  /** The block that held this node's first leaf before this update; text keeps its key when it moves. */
  const $origin = (node: LexicalNode): Origin | null => {
    const leaf = $isElementNode(node) ? node.getFirstDescendant() : null
    // Only leaves whose nearest block is the node itself, or a list would take the id of its first item.
    if (leaf === null || !nearest(leaf)?.is(node)) return null
    const before = editor.getEditorState()
    return readState(editor, () => {
      const held = nearest(before._nodeMap.get(leaf.getKey()) ?? null)
      return held === null
        ? null
        : { id: $idOf(held), key: held.getKey(), audience: $audienceOf(held) }
    })
  }

  /** Does the node still hold something that it held before this update? */
  const $holdsOwn = (node: ElementNode): boolean => {
    const before = editor.getEditorState()
    const leaves = $leavesOf(node)
    return readState(editor, () =>
      leaves.some((key) => nearest(before._nodeMap.get(key) ?? null)?.getKey() === node.getKey()),
    )
  }

  /**
   * A line that the words of another block were joined to, and that has none of its own, is that block from now on:
   * it was empty, or was removed together with its end, or was pasted in front of those words. True: it was.
   */
  const $takesOver = (node: LexicalNode): boolean => {
    const was = editor.getEditorState()._nodeMap.get(node.getKey())
    if ((was !== undefined && !$isElementNode(was)) || !$isElementNode(node) || node.isEmpty())
      return false
    const origin = $origin(node)
    if (origin === null || origin.id === '' || origin.key === node.getKey()) return false
    if ($ownerOf(origin.id) !== null || $holdsOwn(node)) return false
    $claim(node, origin.id)
    if (origin.audience !== null && $isRootNode(node.getParent()))
      $setAudience(node, origin.audience)
    return true
  }

  const $keepId = (node: LexicalNode): void => {
    const id = $idOf(node)
    if (id !== '') {
      if ($takesOver(node)) return
      const owner = $ownerOf(id)
      if (owner?.is(node)) claims.set(id, node.getKey())
      else if (owner !== null && $isEmptied(owner) && !$isEmptied(node)) {
        // Cut and pasted elsewhere: the words take their id along from where they stood.
        $claim(owner, newId())
        $claim(node, id)
      } else $claim(node, owner === null && !taken(id) ? id : newId())
      return
    }
    const origin = $origin(node)
    if (origin !== null && origin.id !== '') {
      const owner = $ownerOf(origin.id)
      if (owner === null) return $claim(node, origin.id)
      const leftEmpty =
        !owner.is(node) &&
        owner.getKey() === origin.key &&
        $isEmptied(owner) &&
        $isElementNode(node) &&
        !$isEmptied(node)
      if (leftEmpty) {
        $claim(owner, newId())
        return $claim(node, origin.id)
      }
    }
    $claim(node, newId())
  }

  const $keep = (node: LexicalNode): void => {
    if ($hasUpdateTag(SESSION_TAG)) return
    if (hasId(node)) $keepId(node)
  }

  rebuild(editor.getEditorState())
  return mergeRegister(
    ...ID_CLASSES.map((klass) => editor.registerNodeTransform(klass, $keep)),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
      claims = new Map()
      if (tags.has(SESSION_TAG)) return rebuild(editorState)
      readState(editor, () => {
        for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) {
          const node = $getNodeByKey(key)
          if (node !== null && hasId(node) && node.isAttached() && $idOf(node) !== '')
            owners.set($idOf(node), key)
        }
      })
    }),
  )
}
