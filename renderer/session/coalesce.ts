import type { Change } from '../../model/document/change.ts'
import { rowOf } from '../../model/document/row.ts'

/**
 * What refers comes after what it refers to, and what goes makes room before something comes: a block after its
 * section, an action after its workstream, a removed block before the block that took over one of its units.
 */
const RANK: Readonly<Record<Change['type'], number>> = {
  'section.put': 0,
  'workstream.put': 1,
  'fact.put': 2,
  'block.remove': 3,
  'block.put': 4,
  'workstream.remove': 5,
  'fact.remove': 6,
  'title.put': 7,
  'metadata.put': 8,
  'locales.put': 9,
  'translation.put': 10,
  'translation.remove': 11,
  'comment.put': 12,
  'comment.remove': 13,
  'section.remove': 14,
}

const latest = (changes: readonly Change[]): Change[] => {
  const rows = new Map<string, Change>()
  for (const change of changes) rows.set(rowOf(change), change)
  return [...rows.values()].toSorted((a, b) => RANK[a.type] - RANK[b.type])
}

/**
 * The shortest list that does what `changes` do one after another, for changes that each had an effect. Removing a
 * section takes blocks along that nobody named, so nothing is joined across it.
 */
export function coalesce(changes: readonly Change[]): Change[] {
  const out: Change[] = []
  let run: Change[] = []
  for (const change of changes) {
    if (change.type !== 'section.remove') {
      run.push(change)
      continue
    }
    out.push(...latest(run), change)
    run = []
  }
  return [...out, ...latest(run)]
}
