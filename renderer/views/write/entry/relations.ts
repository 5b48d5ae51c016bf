import type { Block } from '../../../../model/document/block.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { findBlock } from '../../../../model/document/state.ts'
import { derived } from '../derived.ts'

/** Who points to an entry, by its id. */
export interface Relations {
  /** The lessons that link to a finding or an action. */
  readonly lessons: ReadonlyMap<string, readonly string[]>
  /** The findings that replace a finding. */
  readonly later: ReadonlyMap<string, readonly string[]>
}

const pointersOf = (block: Block | undefined): readonly string[] => {
  if (block?.kind === 'lesson') return block.links ?? []
  return block?.kind === 'finding' && block.supersedes ? [block.supersedes] : []
}

function make({ sections }: Postmortem): Relations {
  const lessons = new Map<string, string[]>()
  const later = new Map<string, string[]>()
  for (const { blocks } of sections)
    for (const block of blocks)
      for (const target of pointersOf(block)) {
        const map = block.kind === 'lesson' ? lessons : later
        map.set(target, [...(map.get(target) ?? []), block.id])
      }
  return { lessons, later }
}

/** What points where: made anew when a pointer changes, not when one writes. */
export const relations = derived<Relations>(make, (change, before) => {
  switch (change.type) {
    case 'block.put':
      return (
        pointersOf(change.block).join(' ') !==
        pointersOf(findBlock(before, change.block.id)).join(' ')
      )
    case 'block.remove':
      return pointersOf(findBlock(before, change.block)).length > 0
    case 'section.remove':
      return true
    default:
      return false
  }
})
