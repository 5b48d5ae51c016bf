import {
  $getRoot,
  $getSelection,
  $createParagraphNode,
  $isElementNode,
  $isRangeSelection,
  COLLABORATION_TAG,
  mergeRegister,
  type LexicalEditor,
  type EditorState,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import type { ProseBlock } from '../../../model/document/block.ts'
import { readState } from '../read.ts'
import type { Change } from '../../../model/document/change.ts'
import type { Flow } from '../../../model/document/prose.ts'
import type { Section } from '../../../model/document/section.ts'
import { isBlank } from '../../../model/document/text.ts'
import { newId } from '../../../model/document/identifier.ts'
import type { Session } from '../../session/session.ts'
import { $flowOf, $nodeOf } from '../block.ts'
import { claimRun } from '../follow.ts'
import { SESSION_TAG } from '../ids/keep.ts'
import { $audienceOf, $idOf, $setAudience, $setId } from '../ids/state.ts'
import { $holdSelection, $offsetOf, $placeCaret, changedAt, mapped } from './caret.ts'
import { isTyping, joinsTyping, registerTyped } from '../typed.ts'
import { diffRun, type ShownBlock } from './diff.ts'
import { runAt, type RunPlace } from './place.ts'

/**
 * Ties one editor to one run of the session's document, both ways. What a person types goes to the session as changes
 * of the blocks it touched; what the session says (an undo, another place in the window) comes into the blocks that
 * differ, and the caret goes to where an undo changed something. Nothing moves while an input method composes.
 *
 * `before`: what the editor begins with, where the session says something else by now; it is brought in as an undo is.
 *
 * Returns the function that ends it.
 */
export function bindRun(
  editor: LexicalEditor,
  session: Session,
  place: RunPlace,
  before?: readonly ProseBlock[],
): () => void {
  /** What the editor shows, as the session's own objects, by id. */
  let shown = new Map<string, ProseBlock>()
  /** Blocks as they were read from the editor last, by the key of their node. */
  let read = new Map<NodeKey, Flow>()
  /** An undo goes to here: who mounted this has asked. */
  let claimed = before !== undefined
  /** The section as it was looked at last: every run of the document is told of every change. */
  let seen: Section | undefined

  const here = () => runAt(session.store.getState().state.document, place)

  function load(blocks: readonly ProseBlock[]): void {
    editor.update(
      () => {
        const root = $getRoot().clear()
        root.append(...blocks.map($nodeOf))
        if (blocks.length === 0)
          root.append($setAudience($setId($createParagraphNode(), newId()), 'public'))
      },
      { discrete: true, tag: SESSION_TAG },
    )
    shown = new Map(blocks.map((block) => [block.id, block]))
    readState(editor, remember)
  }

  function remember(): void {
    read = new Map()
    for (const node of $getRoot().getChildren()) {
      const block = shown.get($idOf(node))
      if (block !== undefined) read.set(node.getKey(), block.node)
    }
  }

  /** What stands in the editor now; only what changed since is read from the nodes. */
  function look(): ShownBlock[] {
    const next = new Map<NodeKey, Flow>()
    const blocks = $getRoot()
      .getChildren()
      .map((node) => {
        const flow = read.get(node.getKey()) ?? $flowOf(node)
        next.set(node.getKey(), flow)
        return { id: $idOf(node), audience: $audienceOf(node) ?? 'public', node: flow }
      })
    read = next
    return blocks
  }

  function emit(state: EditorState = editor.getEditorState()): void {
    // Held against what the editor was given, so that what happened elsewhere meanwhile is not undone.
    const run = { ...here(), blocks: [...shown.values()] }
    const blocks = readState(editor, look, state)
    // An editor always has a line to type in; until somebody does, it is not in the document.
    const only = blocks.length === 1 ? blocks[0] : undefined
    if (shown.size === 0 && only?.node.type === 'paragraph' && isBlank(only.node.children)) return
    const changes = diffRun(place.section, run, blocks)
    if (changes.length === 0) return
    const merge = mergeKey(changes, alone)
    alone = false
    for (const change of changes) {
      if (change.type === 'block.put' && change.block.kind === 'prose')
        shown.set(change.block.id, change.block)
      if (change.type === 'block.remove') shown.delete(change.block)
    }
    if (session.apply(changes, { merge })) return
    // More than a document holds: what stands there is shown again.
    seen = undefined
    bring()
  }

  /** Typing in one block joins the step before it; whatever adds, removes or moves blocks is a step of its own. */
  function mergeKey(changes: readonly Change[], single: boolean): string | undefined {
    const [change] = changes
    if (single || changes.length !== 1 || change?.type !== 'block.put') return undefined
    const before = shown.get(change.block.id)
    return before?.order === change.block.order && before.audience === change.block.audience
      ? `typing ${change.block.id}`
      : undefined
  }

  /** The block that the caret is in, and how many characters stand before it there. */
  function $caretBlock(): { id: string; offset: number } | undefined {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return undefined
    const block = selection.focus.getNode().getTopLevelElement()
    if (!$isElementNode(block)) return undefined
    return { id: $idOf(block), offset: $offsetOf(block, selection.focus) }
  }

  function $bring(blocks: readonly ProseBlock[], follow: boolean): void {
    const root = $getRoot()
    const nodes = new Map(root.getChildren().map((node) => [$idOf(node), node]))
    const ids = new Set(blocks.map(({ id }) => id))
    let changed: { node: LexicalNode; offset: number } | undefined
    const caret = $caretBlock()
    let kept: { node: LexicalNode; offset: number } | undefined
    for (const [id, node] of nodes) {
      if (ids.has(id)) continue
      const above = node.getPreviousSibling()
      if (above !== null && changed === undefined)
        changed = { node: above, offset: above.getTextContentSize() }
      node.remove(true)
    }
    blocks.forEach((block, at) => {
      const old = nodes.get(block.id)
      let node = old
      if (old === undefined || shown.get(block.id)?.node !== block.node) {
        const before = old?.getTextContent() ?? ''
        node = $nodeOf(block)
        if (old === undefined) root.splice(at, 0, [node])
        else old.replace(node)
        changed = { node, offset: changedAt(before, node.getTextContent()) }
        if (block.id === caret?.id)
          kept = { node, offset: mapped(before, node.getTextContent(), caret.offset) }
      } else $setAudience(old, block.audience)
      if (node !== undefined && node.getIndexWithinParent() !== at) root.splice(at, 0, [node])
    })
    if (blocks.length === 0) {
      const line = $setAudience($setId($createParagraphNode(), newId()), 'public')
      root.append(line)
      changed = { node: line, offset: 0 }
    }
    const gone = caret !== undefined && !ids.has(caret.id)
    const place = follow || gone ? changed : kept
    if (place !== undefined) $placeCaret(place.node, place.offset)
    else $holdSelection()
  }

  function bring(): void {
    if (editor.isComposing()) return
    const { lastChanged, state } = session.store.getState()
    const section = state.document.sections.find(({ id }) => id === place.section)
    if (section === seen) return
    seen = section
    const { blocks } = here()
    const same =
      blocks.length === shown.size && blocks.every((block) => shown.get(block.id) === block)
    if (same) return
    const follow = claimed || claimRun(lastChanged, [...shown.values()], blocks)
    claimed = false
    // An undo that was typed in this editor comes in the middle of its update, and this one waits for the end of that.
    editor.update(
      () => {
        $bring(blocks, follow)
        shown = new Map(blocks.map((block) => [block.id, block]))
        remember()
      },
      // What came in from elsewhere must not take the selection from the field that a person is in.
      { discrete: true, tag: follow ? SESSION_TAG : [SESSION_TAG, COLLABORATION_TAG] },
    )
    if (follow) editor.focus()
  }

  /** What comes next is a step of its own: no key of typing made it. */
  let alone = false
  /** The state that the session is given when it asks: what was typed, before anything else happened. */
  let typedState: EditorState | undefined
  const give = (): void => {
    emit(typedState)
    typedState = undefined
  }

  load(before ?? here().blocks)
  return mergeRegister(
    registerTyped(editor),
    editor.registerUpdateListener((update) => {
      const { dirtyElements, dirtyLeaves, tags } = update
      if (tags.has(SESSION_TAG)) return
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      const typing = !alone && !editor.isComposing() && isTyping(update)
      // A step ends where something else than typing follows.
      if (!typing) session.settle()
      for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) read.delete(key)
      if (editor.isComposing()) {
        alone = true
        return
      }
      if (typing) {
        typedState = update.editorState
        session.hold(give)
        return
      }
      if (!joinsTyping(tags)) alone = true
      emit()
    }),
    session.store.subscribe((now, before) => {
      if (now.state.document !== before.state.document) bring()
    }),
    editor.registerRootListener((root) => {
      if (root === null) return
      // An input method may end without changing anything more; what waited goes out, what waited comes in.
      const ended = (): void => {
        setTimeout(() => {
          if (editor.isComposing()) return
          emit()
          bring()
        })
      }
      root.addEventListener('compositionend', ended)
      if (claimed) bring()
      return () => root.removeEventListener('compositionend', ended)
    }),
  )
}
