import { $isCodeNode } from '@lexical/code-core'
import { $isListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $isTableNode } from '@lexical/table'
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $isRootNode,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type { StoreApi } from 'zustand/vanilla'
import type { Audience } from '../../model/document/audience.ts'
import type { Tone } from '../../model/document/prose.ts'
import type { PassageAudience } from '../../model/document/text.ts'
import { $isCalloutNode } from './callout/node.ts'
import { $linkAt } from './link/at.ts'
import { readState } from './read.ts'
import { depthOf } from './heading/convert.ts'
import { $audienceOf, $idOf } from './ids/state.ts'
import { $passageAt } from './passage/mark.ts'

export type BlockType =
  | 'paragraph'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'bullet'
  | 'number'
  | 'quote'
  | Tone
  | 'code'
  | 'table'
  | 'other'

/** The editor that has the person's attention, and what stands at its selection. */
export interface Active {
  readonly editor: LexicalEditor | null
  /** Blocks, or the text of one unit. */
  readonly kind: 'prose' | 'inline' | null
  /** Lexical's bits of the marks at the selection. */
  readonly marks: number
  readonly block: BlockType | null
  /** The id of the block at the selection. */
  readonly blockId: string | null
  readonly audience: Audience | null
  readonly link: string | null
  /** Whom the passage at the selection is for. */
  readonly passage: PassageAudience | null
  readonly table: boolean
}

export const NOTHING_ACTIVE: Active = {
  editor: null,
  kind: null,
  marks: 0,
  block: null,
  blockId: null,
  audience: null,
  link: null,
  passage: null,
  table: false,
}

function $typeOf(node: LexicalNode): BlockType {
  const list = $findMatchingParent(node, $isListNode)
  if (list !== null) return list.getListType() === 'number' ? 'number' : 'bullet'
  const heading = $findMatchingParent(node, $isHeadingNode)
  if (heading !== null) return `heading${depthOf(heading.getTag())}`
  if ($findMatchingParent(node, $isCodeNode) !== null) return 'code'
  if ($findMatchingParent(node, $isTableNode) !== null) return 'table'
  if ($findMatchingParent(node, $isQuoteNode) !== null) return 'quote'
  const callout = $findMatchingParent(node, $isCalloutNode)
  if (callout !== null) return callout.getTone()
  return 'paragraph'
}

function $look(editor: LexicalEditor, kind: 'prose' | 'inline'): Active {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return { ...NOTHING_ACTIVE, editor, kind }
  const node = selection.anchor.getNode()
  const block = $findMatchingParent(node, (parent) => $isRootNode(parent.getParent()))
  const link = $linkAt(selection)
  const type = $typeOf(node)
  return {
    editor,
    kind,
    marks: selection.format,
    block: kind === 'prose' ? type : null,
    blockId: block === null ? null : $idOf(block),
    audience: block === null ? null : $audienceOf(block),
    link: link?.getURL() ?? null,
    passage: $passageAt(selection)?.getAudience() ?? null,
    table: type === 'table',
  }
}

/** Sets only where something differs: whoever listens draws again. */
function set(active: StoreApi<Active>, next: Active): void {
  const now = active.getState()
  const keys = Object.keys(next) as (keyof Active)[]
  if (keys.some((key) => now[key] !== next[key])) active.setState(next, true)
}

export const deactivate = (active: StoreApi<Active>): void => set(active, NOTHING_ACTIVE)

/** Makes the editor the active one when it has focus, and keeps what is known of its selection in step. */
export function registerActive(
  editor: LexicalEditor,
  kind: 'prose' | 'inline',
  active: StoreApi<Active>,
): () => void {
  const look = (): void => {
    if (active.getState().editor === editor)
      set(
        active,
        readState(editor, () => $look(editor, kind)),
      )
  }
  return mergeRegister(
    editor.registerCommand(
      FOCUS_COMMAND,
      () => {
        // One that comes back from its tools may find its caret where it was, and then nothing tells of it again.
        if (active.getState().editor !== editor) set(active, { ...NOTHING_ACTIVE, editor, kind })
        return false
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      SELECTION_CHANGE_COMMAND,
      () => {
        if (
          active.getState().editor !== editor &&
          editor.getRootElement()?.contains(document.activeElement)
        )
          set(active, { ...NOTHING_ACTIVE, editor, kind })
        return false
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerUpdateListener(() => {
      if (!editor.isComposing()) look()
    }),
    () => {
      if (active.getState().editor === editor) deactivate(active)
    },
  )
}
