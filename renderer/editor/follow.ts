import type { ProseBlock } from '../../model/document/block.ts'
import type { LastChanged } from '../session/session.ts'

const claimed = new WeakSet<LastChanged>()

/**
 * Does an undo or redo go to whoever asks? It goes to where it changed something, and where that is in many places, to
 * the first who asks: each that took the focus would have the page laid out for its caret.
 */
export function claimUndo(last: LastChanged): boolean {
  if ((last.origin !== 'undo' && last.origin !== 'redo') || claimed.has(last)) return false
  claimed.add(last)
  return true
}

/** Does an undo or redo go to the run that had these blocks and has those now? What has moved is gone to where it came. */
export function claimRun(
  last: LastChanged,
  before: readonly ProseBlock[],
  now: readonly ProseBlock[],
): boolean {
  for (const change of last.changes) {
    if (change.type === 'block.put' && change.block.kind === 'prose')
      return now.some(({ id }) => id === change.block.id) && claimUndo(last)
    if (change.type === 'block.remove' && before.some(({ id }) => id === change.block))
      return claimUndo(last)
  }
  return false
}
