import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { findBlock } from '../../../../model/document/state.ts'
import { derived } from '../derived.ts'

/** What stands above the first action of a group. */
export interface Group {
  /** Null: actions without a workstream, where others have one. */
  readonly workstream: string | null
  /** The block before it. */
  readonly after: string | null
}

function make({ sections }: Postmortem): ReadonlyMap<string, Group> {
  const heads = new Map<string, Group>()
  for (const { blocks } of sections) {
    const grouped = blocks.some((block) => block.kind === 'action' && block.workstream !== null)
    if (!grouped) continue
    for (const [at, block] of blocks.entries()) {
      if (block.kind !== 'action') continue
      const before = blocks[at - 1]
      if (before?.kind === 'action' && before.workstream === block.workstream) continue
      heads.set(block.id, { workstream: block.workstream, after: before?.id ?? null })
    }
  }
  return heads
}

/** The first action of each group of neighbours in one workstream, with its group. */
export const groups = derived<ReadonlyMap<string, Group>>(make, (change, before) => {
  switch (change.type) {
    case 'block.put': {
      const { block } = change
      const old = findBlock(before, block.id)
      if (old === undefined || old.order !== block.order || old.kind !== block.kind) return true
      return block.kind === 'action' && old.kind === 'action' && block.workstream !== old.workstream
    }
    case 'block.remove':
    case 'section.remove':
      return true
    default:
      return false
  }
})
