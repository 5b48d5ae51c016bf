import type { Block } from '../../../model/document/block.ts'
import { isEntry } from '../../../model/document/block.ts'
import {
  blankEntry,
  blankFigure,
  blankSection,
  paragraphBlock,
} from '../../../model/document/blank.ts'
import type { Change } from '../../../model/document/change.ts'
import { AUDIENCES } from '../../../model/document/audience.ts'
import { ENTRY_KINDS, UNIT_FIELDS } from '../../../model/document/entry.ts'
import type { DocumentState } from '../../../model/document/state.ts'
import { orderBetween } from '../../../model/document/order.ts'
import { plainText } from '../../../model/document/text.ts'
import { moveBlocks, stepGap } from '../../../renderer/views/write/blocks/move.ts'
import { duplicateBlocks } from '../../../renderer/views/write/blocks/copy.ts'
import { TURNS, turnBlocks } from '../../../renderer/views/write/blocks/turn.ts'
import { moveSections } from '../../../renderer/views/write/edits.ts'
import { orderAfter } from '../../../renderer/views/write/orders.ts'
import { nextId } from './flows.ts'
import { pick, type Step } from './random.ts'

/** An entry or a figure with words in each of its texts that are said nowhere else. */
function someEntry(to: number, order: string): Block {
  const kinds = ['figure', ...ENTRY_KINDS] as const
  const kind = pick(kinds, to)!
  const blank =
    kind === 'figure'
      ? blankFigure({ id: 'a'.repeat(64), width: 3, height: 2 }, order)
      : blankEntry(kind, order)
  const texts = UNIT_FIELDS[blank.kind].map((field) => [
    field,
    {
      ...(blank[field as keyof typeof blank] as unknown as { id: string }),
      content: [{ type: 'text' as const, value: nextId() }],
    },
  ])
  return { ...blank, ...Object.fromEntries(texts) } as Block
}

/** A few blocks that stand together. Notes stand where their references are, so nobody picks one. */
function someBlocks({ document }: DocumentState, at: number, to: number): ReadonlySet<string> {
  const all = document.sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind !== 'footnote'),
  )
  const from = at % Math.max(1, all.length)
  return new Set(all.slice(from, from + 1 + (to % 3)).map(({ id }) => id))
}

/** A step that changes the document beside the editor, by what the parts around the editor call. */
export function changesOf({ kind, at, to }: Step, state: DocumentState, home: string): Change[] {
  const { document } = state
  const section = document.sections.find(({ id }) => id === home)!
  const others = document.sections.filter(({ id }) => id !== home)
  const other = pick(others, at)
  switch (kind) {
    case 'entry': {
      const above = [null, ...section.blocks][at % (section.blocks.length + 1)] ?? null
      const order = orderAfter(section.blocks, above?.id ?? null)
      return [{ type: 'block.put', section: home, block: someEntry(to, order) }]
    }
    case 'unentry': {
      const entry = pick(
        section.blocks.filter((block) => isEntry(block) && block.kind !== 'footnote'),
        at,
      )
      return entry === undefined ? [] : [{ type: 'block.remove', block: entry.id }]
    }
    case 'shift': {
      const ids = someBlocks(state, at, to)
      const target = to % 3 === 0 ? (other ?? section) : section
      const stops = target.blocks.filter((block) => block.kind !== 'footnote')
      const after = [null, ...stops.map(({ id }) => id)][to % (stops.length + 1)] ?? null
      return moveBlocks(document, ids, { section: target.id, after })
    }
    case 'nudge': {
      const ids = someBlocks(state, at, to)
      const gap = stepGap(document, ids, to % 2 === 0 ? 1 : -1)
      return gap === null ? [] : moveBlocks(document, ids, gap)
    }
    case 'become':
      return [
        ...turnBlocks(document, someBlocks(state, at, to), pick(TURNS, to)!, (content) =>
          plainText(content, (fact) => fact),
        ).changes,
      ]
    case 'double':
      return [...duplicateBlocks(state, someBlocks(state, at, to)).changes]
    case 'clear':
      return [...someBlocks(state, at, to)].map((block) => ({ type: 'block.remove', block }))
    case 'audience': {
      const ids = someBlocks(state, at, to)
      const audience = pick(AUDIENCES, to)!
      return document.sections.flatMap(({ id, blocks }) =>
        blocks
          .filter((block) => ids.has(block.id))
          .map((block): Change => ({
            type: 'block.put',
            section: id,
            block: { ...block, audience },
          })),
      )
    }
    case 'section': {
      if (to % 2 === 0 && other !== undefined)
        return moveSections(document, new Set([other.id]), to % 4 === 0 ? null : home)
      const order = orderBetween(document.sections.at(-1)?.order ?? null, null)
      const made = blankSection('prose', order, nextId())
      return [
        { type: 'section.put', section: made },
        { type: 'block.put', section: made.id, block: paragraphBlock('a0', nextId()) },
      ]
    }
    case 'unsection':
      return other === undefined ? [] : [{ type: 'section.remove', section: other.id }]
    case 'text': {
      const block = pick(
        section.blocks.filter((each) => each.kind === 'prose' && each.node.type === 'paragraph'),
        at,
      )
      if (block?.kind !== 'prose' || block.node.type !== 'paragraph') return []
      const last = block.node.children.at(-1)
      const said = last?.type === 'text' ? last.value : ''
      const rest = last?.type === 'text' ? block.node.children.slice(0, -1) : block.node.children
      const children = [...rest, { type: 'text' as const, value: `${said} ${nextId()}` }]
      const node = { ...block.node, children }
      return [{ type: 'block.put', section: home, block: { ...block, node } }]
    }
    default:
      return []
  }
}
