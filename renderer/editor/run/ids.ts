import { isEntry, type Block } from '../../../model/document/block.ts'
import { UNIT_FIELDS } from '../../../model/document/entry.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { containersOf } from '../../../model/document/prose.ts'
import { allUnits } from '../../../model/units/unit.ts'
import type { Session } from '../../session/session.ts'
import { runAt, type RunPlace } from './place.ts'

function* idsOfBlock(block: Block): Generator<string> {
  yield block.id
  if (!isEntry(block)) for (const { data } of containersOf(block.node)) yield data.id
  else
    for (const field of UNIT_FIELDS[block.kind])
      yield (block[field as keyof typeof block] as unknown as { id: string }).id
}

const known = new WeakMap<Postmortem, ReadonlySet<string>>()

function idsOf(document: Postmortem): ReadonlySet<string> {
  let ids = known.get(document)
  if (ids === undefined) {
    const blocks = document.sections.flatMap((section) => section.blocks)
    ids = new Set([...allUnits(document)].map(({ id }) => id).concat(blocks.map(({ id }) => id)))
    known.set(document, ids)
  }
  return ids
}

/** Says of an id whether it stands in the document anywhere but in this run. */
export const takenOutside =
  (session: Session, place: RunPlace) =>
  (id: string): boolean => {
    const { document } = session.store.getState().state
    if (!idsOf(document).has(id)) return false
    return !runAt(document, place).blocks.some((block) => [...idsOfBlock(block)].includes(id))
  }
