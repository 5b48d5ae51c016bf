import { $generateJSONFromSelectedNodes, $insertDataTransferForRichText } from '@lexical/clipboard'
import { $isCodeNode } from '@lexical/code-core'
import { $isTableCellNode } from '@lexical/table'
import fc from 'fast-check'
import {
  $createRangeSelection,
  $findMatchingParent,
  $getEditor,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  REMOVE_TEXT_COMMAND,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { AUDIENCES } from '../../../model/document/audience.ts'
import { newId } from '../../../model/document/identifier.ts'
import { $createFootnoteNode } from '../../../renderer/editor/footnote/node.ts'
import { $markPassage } from '../../../renderer/editor/passage/mark.ts'
import { $insertPieces } from '../../../renderer/editor/paste/insert.ts'
import { $insertRule, $insertTable, $turnInto } from '../../../renderer/editor/turn.ts'
import { nextId, plainFlow } from './flows.ts'
import type { Flow } from '../../../model/document/prose.ts'

/** One thing that a person does. Numbers say where and which; they are taken modulo what there is. */
export interface Step {
  readonly kind:
    | 'type'
    | 'split'
    | 'join'
    | 'remove'
    | 'format'
    | 'turn'
    | 'move'
    | 'paste'
    | 'copy'
    | 'cut'
    | 'put'
    | 'insert'
    | 'undo'
    | 'redo'
    | 'entry'
    | 'unentry'
    | 'section'
    | 'unsection'
    | 'text'
    | 'restore'
    | 'whole'
    | 'shift'
    | 'nudge'
    | 'become'
    | 'double'
    | 'clear'
    | 'audience'
    | 'note'
    | 'passage'
  readonly at: number
  readonly to: number
  readonly flows: readonly Flow[]
}

const kinds: readonly (readonly [Step['kind'], number])[] = [
  ['type', 6],
  ['split', 4],
  ['join', 4],
  ['remove', 2],
  ['format', 3],
  ['turn', 4],
  ['move', 3],
  ['paste', 2],
  ['copy', 2],
  ['cut', 2],
  ['put', 3],
  ['insert', 1],
  ['undo', 3],
  ['redo', 2],
  ['entry', 2],
  ['unentry', 1],
  ['section', 1],
  ['unsection', 1],
  ['text', 1],
  ['restore', 2],
  ['whole', 1],
  ['shift', 3],
  ['nudge', 1],
  ['become', 2],
  ['double', 1],
  ['clear', 1],
  ['audience', 1],
  ['note', 1],
  ['passage', 1],
]

/** Ids of a step that runs twice (a smaller example is looked for) must be new each time. */
export const renamed = (flow: Flow): Flow =>
  JSON.parse(JSON.stringify(flow), (key, value: unknown) =>
    key === 'id' && typeof value === 'string' ? nextId() : value,
  ) as Flow

export const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.oneof(...kinds.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
    fc.nat(997),
    fc.nat(997),
  )
  .chain(([kind, at, to]) =>
    (kind === 'paste' ? fc.array(plainFlow, { minLength: 1, maxLength: 3 }) : fc.constant([])).map(
      (flows): Step => ({ kind, at, to, flows }),
    ),
  )

function* linesOf(node: ElementNode): Generator<ElementNode> {
  const children = node.getChildren()
  const blocks = children.filter(
    (child): child is ElementNode => $isElementNode(child) && !child.isInline(),
  )
  if (blocks.length === 0 && !node.is($getRoot())) yield node
  for (const block of blocks) yield* linesOf(block)
}

export const pick = <T>(all: readonly T[], at: number): T | undefined =>
  all[at % Math.max(1, all.length)]

function $leaf(
  line: ElementNode,
  at: number,
): { key: string; offset: number; type: 'text' | 'element' } {
  const text = pick(line.getAllTextNodes().filter($isTextNode), at)
  if (text === undefined) return { key: line.getKey(), offset: 0, type: 'element' }
  return { key: text.getKey(), offset: at % (text.getTextContentSize() + 1), type: 'text' }
}

const $cellOf = (node: LexicalNode): LexicalNode | null =>
  $findMatchingParent(node, $isTableCellNode)

/** A selection over cells is one of cells and not of text; the browser's table does that, and this one cannot. */
const $crosses = ({ anchor, focus }: RangeSelection): boolean =>
  $cellOf(anchor.getNode())?.getKey() !== $cellOf(focus.getNode())?.getKey()

function $select(at: number, to: number | null): RangeSelection | null {
  const lines = [...linesOf($getRoot())]
  const line = pick(lines, at)
  if (line === undefined) return null
  const selection = $createRangeSelection()
  const start = $leaf(line, at)
  selection.anchor.set(start.key, start.offset, start.type)
  const end = to === null ? start : $leaf(pick(lines, at + (to % 3))!, to)
  selection.focus.set(end.key, end.offset, end.type)
  if ($crosses(selection)) selection.focus.set(start.key, start.offset, start.type)
  $setSelection(selection)
  return selection
}

/** Selects from anywhere to anywhere, forwards or backwards. */
export function $selectAnywhere(at: number, to: number): RangeSelection | null {
  const lines = [...linesOf($getRoot())]
  const [from, until] = [pick(lines, at), pick(lines, to)]
  if (from === undefined || until === undefined) return null
  const selection = $createRangeSelection()
  const [start, end] = [$leaf(from, at), $leaf(until, to)]
  selection.anchor.set(start.key, start.offset, start.type)
  selection.focus.set(end.key, end.offset, end.type)
  if ($crosses(selection)) selection.focus.set(start.key, start.offset, start.type)
  $setSelection(selection)
  return selection
}

/** The caret between two lines: what Backspace at the start of one joins. */
function $selectSeam(at: number): RangeSelection | null {
  const lines = [...linesOf($getRoot())]
  const index = at % Math.max(1, lines.length)
  const [above, below] = [lines[index], lines[index + 1]]
  if (above === undefined || below === undefined) return null
  const selection = $createRangeSelection()
  above.selectEnd()
  const end = $getSelection()
  if (!$isRangeSelection(end)) return null
  const { key, offset, type } = end.anchor
  below.selectStart()
  const start = $getSelection()
  if (!$isRangeSelection(start)) return null
  selection.anchor.set(key, offset, type)
  selection.focus.set(start.anchor.key, start.anchor.offset, start.anchor.type)
  if ($crosses(selection)) return null
  $setSelection(selection)
  return selection
}

const TYPES = [
  'paragraph',
  'heading1',
  'heading3',
  'bullet',
  'number',
  'quote',
  'code',
  'note',
  'warning',
] as const

/** Code holds characters alone. */
function $takesNotes(): boolean {
  const selection = $getSelection()
  return (
    $isRangeSelection(selection) &&
    $findMatchingParent(selection.anchor.getNode(), $isCodeNode) === null
  )
}

/** What the clipboard holds after a copy. */
export interface Clipboard {
  data: string | null
}

const transferOf = (data: string): DataTransfer =>
  ({
    types: ['application/x-lexical-editor'],
    files: [],
    getData: (type: string) => (type === 'application/x-lexical-editor' ? data : ''),
  }) as unknown as DataTransfer

/** Does a step to the editor, inside an update. Words that are typed are never typed twice. */
export function $do({ kind, at, to, flows }: Step, clipboard: Clipboard, session: string): void {
  switch (kind) {
    case 'type':
      if ($select(at, null) !== null)
        $getEditor().dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, ` ${nextId()}`)
      return
    case 'split':
      $select(at, null)?.insertParagraph()
      return
    case 'join':
      if ($selectSeam(at) !== null) $getEditor().dispatchCommand(REMOVE_TEXT_COMMAND, null)
      return
    case 'remove':
      if ($select(at, to) !== null) $getEditor().dispatchCommand(REMOVE_TEXT_COMMAND, null)
      return
    case 'format':
      $select(at, to)?.formatText(pick(['bold', 'italic', 'strikethrough', 'code'] as const, to)!)
      return
    case 'turn':
      if ($select(at, to % 2 === 0 ? null : to) !== null) $turnInto($getEditor(), pick(TYPES, to)!)
      return
    case 'move': {
      const blocks = $getRoot().getChildren()
      const [block, target] = [pick(blocks, at), pick(blocks, to)]
      if (block === undefined || target === undefined || block.is(target)) return
      const next: LexicalNode = target
      next.insertAfter(block)
      return
    }
    case 'paste': {
      const selection = $select(at, null)
      if (selection !== null)
        $insertPieces(
          flows.map((node) => ({ node: renamed(node) })),
          selection,
        )
      return
    }
    case 'copy':
    case 'cut': {
      const selection = $select(at, to)
      if (selection === null || selection.isCollapsed()) return
      clipboard.data = JSON.stringify({
        ...$generateJSONFromSelectedNodes($getEditor(), selection),
        postmortem: session,
      })
      if (kind === 'cut') $getEditor().dispatchCommand(REMOVE_TEXT_COMMAND, null)
      return
    }
    case 'put': {
      const place = clipboard.data === null ? null : $select(at, null)
      if (clipboard.data !== null && place !== null)
        $insertDataTransferForRichText(transferOf(clipboard.data), place)
      return
    }
    case 'insert':
      if ($select(at, null) === null) return
      if (to % 2 === 0) $insertTable()
      else $insertRule()
      return
    case 'note':
      if ($select(at, null) !== null && $takesNotes()) $insertNodes([$createFootnoteNode(newId())])
      return
    case 'passage':
      if ($select(at, to) !== null) $markPassage(pick(AUDIENCES, to)!)
      return
    default:
  }
}
