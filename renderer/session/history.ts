import type { Change } from '../../model/document/change.ts'
import { inverseAll, type DocumentState } from '../../model/document/state.ts'
import { coalesce } from './coalesce.ts'

/** One step of the person's work, as changes both ways. */
export interface Step {
  readonly undo: readonly Change[]
  readonly redo: readonly Change[]
  readonly merge: string | undefined
  /** ms since 1970, of the last change in it. */
  readonly at: number
}

export interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const EMPTY_HISTORY: History = { done: [], undone: [] }
/** Changes with one merge key that come closer together than this are one step. In ms. */
const PAUSE = 1000
const DEPTH = 1000

/**
 * The history after `changes` were made to `before`. What was undone is gone. Typing in one place, told by `merge`,
 * joins the step before it until the person pauses. `from` and `now`: when its first and its last key was typed (ms).
 */
export function record(
  history: History,
  before: DocumentState,
  changes: readonly Change[],
  merge: string | undefined,
  now: number,
  from = now,
): History {
  const undo = inverseAll(before, changes)
  const last = history.done.at(-1)
  const joins =
    last !== undefined &&
    merge !== undefined &&
    last.merge === merge &&
    from - last.at < PAUSE &&
    history.undone.length === 0
  if (!joins)
    return {
      done: [...history.done, { undo, redo: changes, merge, at: now }].slice(-DEPTH),
      undone: [],
    }
  const step: Step = {
    undo: coalesce([...undo, ...last.undo]),
    redo: coalesce([...last.redo, ...changes]),
    merge,
    at: now,
  }
  return { done: history.done.with(-1, step), undone: [] }
}

interface Move {
  readonly history: History
  readonly changes: readonly Change[]
}

/** The step back, or undefined where there is none. */
export function stepBack(history: History): Move | undefined {
  const step = history.done.at(-1)
  if (step === undefined) return undefined
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    changes: step.undo,
  }
}

/** The step forward again, or undefined where there is none. Nothing that follows joins it. */
export function stepForward(history: History): Move | undefined {
  const step = history.undone.at(-1)
  if (step === undefined) return undefined
  return {
    history: {
      done: [...history.done, { ...step, merge: undefined }],
      undone: history.undone.slice(0, -1),
    },
    changes: step.redo,
  }
}
