import type { Change } from '../../model/document/change.ts'
import { rowOf } from '../../model/document/row.ts'
import { applyAll, sectionOfBlock, type DocumentState } from '../../model/document/state.ts'
import { changesTo } from '../../model/history/changes.ts'
import { merge } from '../../model/merge/merge.ts'
import type { History, Step } from './history.ts'

/** The rows that changes write. What stands in a section that is removed goes with it, so that is touched too. */
function rowsOf(changes: readonly Change[], state: DocumentState): Set<string> {
  const rows = new Set<string>()
  for (const change of changes) {
    rows.add(rowOf(change))
    const id = change.type === 'block.remove' ? change.block : undefined
    const section =
      change.type === 'block.put' ? change.section : id && sectionOfBlock(state.document, id)?.id
    if (section) rows.add(`in ${section}`)
  }
  return rows
}

const touches = ({ undo, redo }: Step, rows: ReadonlySet<string>): boolean =>
  [...undo, ...redo].some(
    (change) =>
      rows.has(rowOf(change)) ||
      (change.type === 'section.remove' && rows.has(`in ${change.section}`)),
  )

/** A step as it leads from another state: `there` and `back` are its changes forth and back. */
interface Pair {
  readonly from: DocumentState
  readonly to: DocumentState
}

/**
 * Walks along steps from where a window stood to where it stands now that somebody else's work has come in between.
 * Each step does to the new state what it did to the old one, and leaves what the other wrote.
 */
function walk(
  steps: readonly Step[],
  start: Pair,
  changed: ReadonlySet<string>,
  way: 'undo' | 'redo',
): Step[] {
  const rows = new Set(changed)
  // Deeper than the last step that has to do with it, everything stays as it is.
  const deepest = steps.findLastIndex((step) => touches(step, rows))
  let { from, to } = start
  return steps.flatMap((step, at): Step[] => {
    if (at > deepest) return [step]
    const before = applyAll(from, step[way])
    if (!touches(step, rows)) {
      from = before
      to = applyAll(to, step[way])
      return [step]
    }
    const { state: after } = merge(from, before, to, 'theirs')
    const forth = changesTo(to, after)
    const back = changesTo(after, to)
    for (const row of rowsOf([...forth, ...back, ...step.undo, ...step.redo], to)) rows.add(row)
    from = before
    to = after
    if (forth.length === 0 && back.length === 0) return []
    const moved = way === 'undo' ? { undo: forth, redo: back } : { undo: back, redo: forth }
    return [{ ...step, ...moved }]
  })
}

/**
 * The history of a window in which somebody else's work has come in: the state that it ended in was `from` and is
 * `to`. Undoing takes back this window's own steps and nothing of the other's.
 */
export function rebase(history: History, from: DocumentState, to: DocumentState): History {
  const changed = rowsOf(changesTo(from, to), to)
  const all = [...history.done, ...history.undone]
  if (!all.some((step) => touches(step, changed))) return history
  return {
    done: walk(history.done.toReversed(), { from, to }, changed, 'undo').toReversed(),
    undone: walk(history.undone.toReversed(), { from, to }, changed, 'redo').toReversed(),
  }
}
