import { blankEntry, unitText } from '../../../../model/document/blank.ts'
import type { Action, Block } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import { newId } from '../../../../model/document/identifier.ts'
import { orderBetween, ordersBetween } from '../../../../model/document/order.ts'
import type { Postmortem, Workstream } from '../../../../model/document/postmortem.ts'
import type { Section } from '../../../../model/document/section.ts'
import { sectionOfBlock } from '../../../../model/document/state.ts'
import type { Content } from '../../../../model/document/text.ts'
import { standing } from '../../../editor/run/place.ts'
import { neighbour, moveEntry, type Edit } from '../edits.ts'
import { orderAfter } from '../orders.ts'

const isAction = (block: Block | undefined): block is Action => block?.kind === 'action'

/** The actions around one that stand together in its workstream, as places in the section. */
function runAround(blocks: readonly Block[], at: number): { first: number; last: number } {
  const own = blocks[at]
  const same = (block: Block | undefined): boolean =>
    isAction(block) && isAction(own) && block.workstream === own.workstream
  let [first, last] = [at, at]
  while (same(blocks[first - 1])) first -= 1
  while (same(blocks[last + 1])) last += 1
  return { first, last }
}

/** Puts an action into a workstream: after the last of its actions, or after the group that it leaves. */
export function regroup(
  document: Postmortem,
  id: string,
  workstream: string | null,
): readonly Change[] {
  const section = sectionOfBlock(document, id)
  if (section === undefined) return []
  const blocks = standing(section.blocks)
  const last = blocks.findLast(
    (block) => isAction(block) && block.id !== id && block.workstream === workstream,
  )
  const { last: end } = runAround(
    blocks,
    blocks.findIndex((block) => block.id === id),
  )
  const after = last?.id ?? blocks[end]!.id
  const target = after === id ? (blocks[end - 1]?.id ?? null) : after
  return moveEntry(document, id, section.id, target, workstream)?.changes ?? []
}

/** Moves an action by one place. At the edge of its group it first joins the group next to it, where it stands. */
export function moveAction(section: Section, action: Action, direction: -1 | 1): Edit | null {
  const blocks = standing(section.blocks)
  const next = blocks[blocks.findIndex(({ id }) => id === action.id) + direction]
  if (!isAction(next) || next.workstream === action.workstream) {
    const after = neighbour(section, action.id, direction)
    if (after === undefined) return null
    const order = orderAfter(
      blocks.filter(({ id }) => id !== action.id),
      after,
    )
    return {
      changes: [{ type: 'block.put', section: section.id, block: { ...action, order } }],
      made: action.id,
    }
  }
  const block = { ...action, workstream: next.workstream }
  return { changes: [{ type: 'block.put', section: section.id, block }], made: action.id }
}

/** A workstream after all others. */
export function newWorkstream({ workstreams }: Postmortem, name: Content | string): Workstream {
  const order = orderBetween(workstreams.at(-1)?.order ?? null, null)
  return { id: newId(), order, name: unitText(name) }
}

/** Adds a workstream with a first action to the end of a section. `made` is the text of its name. */
export function addWorkstream(document: Postmortem, section: Section): Edit {
  const workstream = newWorkstream(document, '')
  const blank = blankEntry('action', orderBetween(section.blocks.at(-1)?.order ?? null, null))
  const block: Action = { ...blank, workstream: workstream.id }
  return {
    changes: [
      { type: 'workstream.put', workstream },
      { type: 'block.put', section: section.id, block },
    ],
    made: workstream.name.id,
  }
}

/** Adds an action to the end of the group that begins with this one. */
export function addToGroup(document: Postmortem, first: string): Edit | null {
  const section = sectionOfBlock(document, first)
  if (section === undefined) return null
  const blocks = standing(section.blocks)
  const at = blocks.findIndex(({ id }) => id === first)
  const { last } = runAround(blocks, at)
  const own = blocks[at]
  const block: Action = {
    ...blankEntry('action', orderAfter(blocks, blocks[last]!.id)),
    workstream: isAction(own) ? own.workstream : null,
  }
  return { changes: [{ type: 'block.put', section: section.id, block }], made: block.id }
}

/** Moves the group that begins with this action past the group before or after it; nothing where there is none. */
export function moveGroup(
  document: Postmortem,
  first: string,
  direction: -1 | 1,
): readonly Change[] {
  const section = sectionOfBlock(document, first)
  if (section === undefined) return []
  const { id } = section
  const blocks = standing(section.blocks)
  const own = runAround(
    blocks,
    blocks.findIndex((block) => block.id === first),
  )
  const beside = direction === -1 ? own.first - 1 : own.last + 1
  if (!isAction(blocks[beside])) return []
  const other = runAround(blocks, beside)
  const [lower, upper] =
    direction === -1
      ? [blocks[other.first - 1], blocks[other.first]]
      : [blocks[other.last], blocks[other.last + 1]]
  const group = blocks.slice(own.first, own.last + 1)
  const orders = ordersBetween(lower?.order ?? null, upper?.order ?? null, group.length)
  return group.map((block, at) => ({
    type: 'block.put',
    section: id,
    block: { ...block, order: orders[at]! },
  }))
}

/** Removes a workstream; its actions stay, in none. */
export const removeWorkstream = (document: Postmortem, workstream: string): Change[] => [
  ...document.sections.flatMap(({ id, blocks }) =>
    blocks
      .filter((block) => isAction(block) && block.workstream === workstream)
      .map((block): Change => ({
        type: 'block.put',
        section: id,
        block: { ...(block as Action), workstream: null },
      })),
  ),
  { type: 'workstream.remove', workstream },
]
