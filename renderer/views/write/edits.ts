import { isEntry, type Block } from '../../../model/document/block.ts'
import { blankEntry, blankSection, paragraphBlock } from '../../../model/document/blank.ts'
import type { Change } from '../../../model/document/change.ts'
import type { EntryKind } from '../../../model/document/entry.ts'
import { orderBetween, ordersBetween } from '../../../model/document/order.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Section, SectionKind } from '../../../model/document/section.ts'
import { headOf, sectionOfBlock } from '../../../model/document/state.ts'
import { isBlank, type Content } from '../../../model/document/text.ts'
import { standing, stretchesOf } from '../../editor/run/place.ts'
import { groupAt } from './entry/group.ts'
import { orderAfter } from './orders.ts'
import { placeEvent } from './entry/place.ts'

/** Changes, and the id of what they made or moved. */
export interface Edit {
  readonly changes: readonly Change[]
  readonly made: string
}

export const isEmptyParagraph = (block: Block | undefined): boolean =>
  block?.kind === 'prose' && block.node.type === 'paragraph' && isBlank(block.node.children)

/** Adds an entry at the end of a section. */
export function addEntry(section: Section, kind: EntryKind): Edit {
  const last = standing(section.blocks).at(-1)
  const entry = blankEntry(kind, orderBetween(last?.order ?? null, null))
  // Under the last action of a workstream it is one more of them.
  const block =
    entry.kind === 'action' && last?.kind === 'action'
      ? { ...entry, workstream: last.workstream }
      : entry
  return { changes: [{ type: 'block.put', section: section.id, block }], made: entry.id }
}

/** Adds an entry after a block, or in its place where that is an empty line. Null where there is no such block. */
export function insertEntry(document: Postmortem, kind: EntryKind, block: string): Edit | null {
  const section = sectionOfBlock(document, block)
  if (section === undefined) return null
  const old = section.blocks.find(({ id }) => id === block)
  const entry = blankEntry(kind, orderAfter(section.blocks, block))
  const changes: Change[] = [{ type: 'block.put', section: section.id, block: entry }]
  if (isEmptyParagraph(old)) changes.unshift({ type: 'block.remove', block })
  return { changes, made: entry.id }
}

/** Adds a line to type in, after an entry or (null) at the start of the section. */
export function addText(section: Section, after: string | null): Edit {
  const block = paragraphBlock(orderAfter(section.blocks, after))
  return { changes: [{ type: 'block.put', section: section.id, block }], made: block.id }
}

/**
 * Where an entry lands in a section: after the stretch at this index, or (-1) before all. An event goes to the nearest
 * place that its time allows; an action joins the workstream that it comes to stand in, or the one that is named. Null
 * where nothing would change.
 */
export function moveEntry(
  document: Postmortem,
  id: string,
  target: string,
  after: string | null,
  group?: string | null,
): Edit | null {
  const from = sectionOfBlock(document, id)
  const to = document.sections.find((section) => section.id === target)
  const entry = from?.blocks.find((block) => block.id === id)
  if (from === undefined || to === undefined || entry === undefined) return null
  if (after === id && group === undefined) return null
  const rest = to.blocks.filter((block) => block.id !== id)
  const at = from.blocks.indexOf(entry)
  // After itself is where it is.
  const wanted = after === id ? (from.blocks[at - 1]?.id ?? null) : after
  const place =
    entry.kind === 'event' ? placeEvent(rest, entry, wanted, document.metadata.zone) : wanted
  const stays = from === to && place === (from.blocks[at - 1]?.id ?? null)
  const order = stays ? entry.order : orderAfter(rest, place)
  if (entry.kind !== 'action')
    return stays
      ? null
      : { changes: [{ type: 'block.put', section: to.id, block: { ...entry, order } }], made: id }
  const workstream = group === undefined ? groupAt(rest, place, entry.workstream) : group
  if (stays && workstream === entry.workstream) return null
  const block = { ...entry, order, workstream }
  return { changes: [{ type: 'block.put', section: to.id, block }], made: id }
}

/** The last block of the stretch before or after an entry, as the block it goes after; undefined at the edge. */
export function neighbour(
  section: Section,
  id: string,
  direction: -1 | 1,
): string | null | undefined {
  const stretches = stretchesOf(section)
  const at = stretches.findIndex((stretch) => stretch.kind === 'entry' && stretch.id === id)
  const over = stretches[at + direction]
  if (at === -1 || over === undefined) return undefined
  const ids = standing(section.blocks).map((block) => block.id)
  if (direction === 1) return over.kind === 'entry' ? over.id : lastOfRun(section, over.after)
  // Up: before the stretch above, so after whatever stands before that.
  const first = over.kind === 'entry' ? over.id : firstOfRun(section, over.after)
  const index = first === undefined ? -1 : ids.indexOf(first)
  return index <= 0 ? null : ids[index - 1]!
}

function runOf(section: Section, after: string | null): Block[] {
  const blocks = standing(section.blocks)
  const start = after === null ? 0 : blocks.findIndex(({ id }) => id === after) + 1
  const rest = blocks.slice(start)
  const end = rest.findIndex(isEntry)
  return end === -1 ? rest : rest.slice(0, end)
}
const firstOfRun = (section: Section, after: string | null): string | undefined =>
  runOf(section, after)[0]?.id
const lastOfRun = (section: Section, after: string | null): string | undefined =>
  runOf(section, after).at(-1)?.id

/** Adds a section after another, or (null) at the end. */
export function addSection(
  document: Postmortem,
  kind: SectionKind,
  after: string | null,
  heading: Content | string,
): Edit {
  const last = document.sections.at(-1)?.id ?? null
  const section = blankSection(kind, orderAfter(document.sections, after ?? last), heading)
  return { changes: [{ type: 'section.put', section }], made: section.id }
}

/** Moves sections, in their order, to after another one, or (null) to the start. */
export function moveSections(
  document: Postmortem,
  ids: ReadonlySet<string>,
  after: string | null,
): Change[] {
  const moved = document.sections.filter(({ id }) => ids.has(id))
  const rest = document.sections.filter(({ id }) => !ids.has(id))
  const at = after === null ? -1 : rest.findIndex(({ id }) => id === after)
  const orders = ordersBetween(rest[at]?.order ?? null, rest[at + 1]?.order ?? null, moved.length)
  return moved.map((section, index) => ({
    type: 'section.put',
    section: { ...headOf(section), order: orders[index]! },
  }))
}

/** Where a section goes when it moves one up or down; undefined at the edge. */
export function sectionNeighbour(
  document: Postmortem,
  id: string,
  direction: -1 | 1,
): string | null | undefined {
  const ids = document.sections.map((section) => section.id)
  const at = ids.indexOf(id)
  if (direction === 1) return ids[at + 1]
  return at <= 0 ? undefined : (ids[at - 2] ?? null)
}

/** What takes a removal back: the section with everything in it. */
export const restoreSection = (section: Section): Change[] => [
  { type: 'section.put', section: headOf(section) },
  ...section.blocks.map((block): Change => ({ type: 'block.put', section: section.id, block })),
]
