import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { sectionOfBlock } from '../../../../model/document/state.ts'
import { moveEntry, neighbour, type Edit } from '../edits.ts'
import { moveAction } from './regroup.ts'

/** Moves an entry over the stretch before or after it. Null: at the edge, or where its time holds it. */
export function stepEntry(document: Postmortem, id: string, direction: -1 | 1): Edit | null {
  const home = sectionOfBlock(document, id)
  const entry = home?.blocks.find((block) => block.id === id)
  const after = home && neighbour(home, id, direction)
  if (home === undefined || entry === undefined || after === undefined) return null
  return entry.kind === 'action'
    ? moveAction(home, entry, direction)
    : moveEntry(document, id, home.id, after)
}
