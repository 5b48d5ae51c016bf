import { setImmediate as others } from 'node:timers/promises'
import type { Change } from '../../model/document/change.ts'
import { ok, Refusal, type Result } from '../../model/errors/result.ts'
import type { Steps } from '../exchange/steps.ts'
import type { CallContext } from './context.ts'

/** How long a piece of work may keep others waiting, in ms. */
const PIECE = 8
/** Changes that are saved before others go first. */
const BATCH = 64

/** Says how much of some work is done, from 0 to 1. */
export type Say = (share: number) => void

/** Does work in pieces and lets others go first in between. Throws CANCELLED where it is stopped. */
export async function inPieces<T>(steps: Steps<T>, signal: AbortSignal, say: Say): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < PIECE) continue
    say(step.value)
    await others()
    if (signal.aborted) throw new Refusal('CANCELLED')
    since = performance.now()
  }
}

async function saveBatches(
  { library, recent }: CallContext,
  id: string,
  base: number,
  changes: readonly Change[],
  onward: (share: number) => boolean,
): Promise<{ saved: Result<number>; done: number; revision: number }> {
  let revision = base
  for (let at = 0; at < changes.length; at += BATCH) {
    if (!onward(at / changes.length)) return { saved: ok(revision), done: at, revision }
    const batch = changes.slice(at, at + BATCH)
    const saved = library.save(id, revision, batch)
    if (!saved.ok) return { saved, done: at, revision }
    revision = saved.value.revision
    recent.note(id, { revision, changes: batch })
    await others()
  }
  return { saved: ok(revision), done: changes.length, revision }
}

/**
 * Saves many changes, a piece at a time. Where somebody stops it, what was saved is taken back by `back`, change by change, and it is
 * CANCELLED. Windows hear of it at the end. REVISION_CONFLICT where somebody else saved in between: what was saved until then
 * stays, and to go on is to find out anew what is left.
 */
export async function saveInPieces(
  context: CallContext,
  id: string,
  base: number,
  changes: readonly Change[],
  back: (change: Change) => Change[],
  signal: AbortSignal,
  say: Say,
): Promise<Result<void>> {
  const first = await saveBatches(context, id, base, changes, (share) => {
    say(share)
    return !signal.aborted
  })
  const { done } = first
  let last = first
  if (first.saved.ok && done < changes.length) {
    const undo = changes.slice(0, done).toReversed().flatMap(back)
    last = await saveBatches(context, id, first.revision, undo, () => true)
  }
  if (done > 0) {
    context.events.emit('library.changed', {})
    context.events.emit('postmortem.changed', { id, revision: last.revision, session: null })
  }
  if (!last.saved.ok) return last.saved
  if (done < changes.length) throw new Refusal('CANCELLED')
  return ok(undefined)
}
