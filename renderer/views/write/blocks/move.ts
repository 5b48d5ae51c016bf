import type { Block } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { applyAll } from '../../../../model/document/state.ts'
import { standing } from '../../../editor/run/place.ts'
import { groupAt } from '../entry/group.ts'
import { sortEvents } from '../entry/place.ts'
import { ordersAfter } from '../orders.ts'

/** A place between blocks: in a section, after one of its blocks or (null) at its start. */
export interface Gap {
  readonly section: string
  readonly after: string | null
  /** The workstream that actions join there, where it is not that of the action they come to stand at. */
  readonly group?: string | null | undefined
}

export interface Placed {
  readonly section: string
  readonly block: Block
}

/** The blocks of these ids, in the order of the document. */
export const placedBlocks = (document: Postmortem, ids: ReadonlySet<string>): Placed[] =>
  document.sections.flatMap(({ id: section, blocks }) =>
    blocks.filter(({ id }) => ids.has(id)).map((block) => ({ section, block })),
  )

/** Puts blocks, in this order, into a gap. What is put may stand in the document already, and moves then. */
export function putBlocks(document: Postmortem, blocks: readonly Block[], gap: Gap): Change[] {
  const section = document.sections.find(({ id }) => id === gap.section)
  if (section === undefined) return []
  const moved = new Set(blocks.map(({ id }) => id))
  const orders = ordersAfter(section.blocks, gap.after, blocks.length, moved)
  return blocks.map((block, index) => ({
    type: 'block.put',
    section: gap.section,
    block: { ...block, order: orders[index]! },
  }))
}

/** Moves blocks into a gap, one after another in the order of the document. Nothing where they stand there. */
export function moveBlocks(document: Postmortem, ids: ReadonlySet<string>, gap: Gap): Change[] {
  const moved = placedBlocks(document, ids)
  const section = document.sections.find(({ id }) => id === gap.section)
  if (section === undefined || moved.length === 0) return []
  const blocks = moved.map(({ block }) => block)
  const at = gap.after === null ? -1 : section.blocks.findIndex(({ id }) => id === gap.after)
  const rest = section.blocks.filter(({ id }, index) => index <= at && !ids.has(id)).length
  const there = section.blocks.slice(rest, rest + blocks.length)
  const regroups =
    gap.group !== undefined &&
    blocks.some((block) => block.kind === 'action' && block.workstream !== gap.group)
  const stays = there.length === blocks.length && there.every((block, at) => block === blocks[at])
  if (stays && !regroups) return []
  return settled(document, putBlocks(document, blocks, gap), gap)
}

/** Where blocks come to stand some of them change: actions join the workstream of the place, events keep to their times. */
export function settled(
  document: Postmortem,
  changes: readonly Change[],
  { section: id, after, group }: Gap,
): Change[] {
  const section = document.sections.find((each) => each.id === id)
  if (section === undefined) return [...changes]
  const moved = new Set(
    changes.map((change) => (change.type === 'block.put' ? change.block.id : '')),
  )
  const at = section.blocks.findIndex((block) => block.id === after)
  const place =
    section.blocks.slice(0, at + 1).findLast((block) => !moved.has(block.id))?.id ?? null
  const rest = section.blocks.filter((block) => !moved.has(block.id))
  const own = changes.map((change): Change => {
    if (change.type !== 'block.put' || change.block.kind !== 'action') return change
    const workstream = group === undefined ? groupAt(rest, place, change.block.workstream) : group
    return { ...change, block: { ...change.block, workstream } }
  })
  const next = applyAll({ document, translations: new Map() }, own).document
  const there = next.sections.find((each) => each.id === id)
  return there === undefined ? own : [...own, ...sortEvents(there, document.metadata.zone)]
}

/** Where blocks go when they move one up or down, over the edge of a section into the next one; null at the edge of all. */
export function stepGap(
  document: Postmortem,
  ids: ReadonlySet<string>,
  direction: -1 | 1,
): Gap | null {
  const moved = placedBlocks(document, ids)
  const edge = direction === 1 ? moved.at(-1) : moved[0]
  if (edge === undefined) return null
  const at = document.sections.findIndex(({ id }) => id === edge.section)
  const blocks = standing(document.sections[at]!.blocks)
  const index = blocks.findIndex(({ id }) => id === edge.block.id)
  const over = blocks[index + direction]
  if (over !== undefined)
    return {
      section: edge.section,
      after: direction === 1 ? over.id : (blocks[index - 2]?.id ?? null),
    }
  const next = document.sections[at + direction]
  if (next === undefined) return null
  return { section: next.id, after: direction === 1 ? null : (next.blocks.at(-1)?.id ?? null) }
}
