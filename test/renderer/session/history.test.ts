import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../../model/document/change.ts'
import { applyAll, type DocumentState } from '../../../model/document/state.ts'
import {
  EMPTY_HISTORY,
  record,
  stepBack,
  stepForward,
  type History,
} from '../../../renderer/session/history.ts'
import { change, effective, empty } from './changes.ts'

const steps = fc.array(
  fc.record({
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    merge: fc.constantFrom(undefined, 'a', 'b'),
    wait: fc.constantFrom(10, 5000),
  }),
  { maxLength: 25 },
)

function work(
  start: DocumentState,
  all: readonly { changes: Change[]; merge: string | undefined; wait: number }[],
) {
  let state = start
  let history: History = EMPTY_HISTORY
  let now = 0
  for (const { changes, merge, wait } of all) {
    now += wait
    const real = effective(state, changes)
    if (real.length === 0) continue
    history = record(history, state, real, merge, now)
    state = applyAll(state, real)
  }
  return { state, history }
}

test('undoing everything gives the document back, and redoing everything the work', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const start = empty()
      const done = work(start, all)
      let { state, history } = done
      for (let move = stepBack(history); move; move = stepBack(history)) {
        history = move.history
        state = applyAll(state, move.changes)
      }
      expect(state).toEqual(start)
      for (let move = stepForward(history); move; move = stepForward(history)) {
        history = move.history
        state = applyAll(state, move.changes)
      }
      expect(state).toEqual(done.state)
    }),
    { numRuns: 1000 },
  )
})

const title = (value: string): Change[] => [
  { type: 'title.put', content: [{ type: 'text', value }] },
]

test('typing in one place is one step until the person pauses', () => {
  const start = empty()
  const { history } = work(start, [
    { changes: title('a'), merge: 'title', wait: 10 },
    { changes: title('ab'), merge: 'title', wait: 10 },
    { changes: title('abc'), merge: 'title', wait: 5000 },
    { changes: title('abcd'), merge: 'other', wait: 10 },
    { changes: title('abcde'), merge: undefined, wait: 10 },
  ])
  expect(history.done.map(({ redo }) => redo)).toEqual([
    title('ab'),
    title('abc'),
    title('abcd'),
    title('abcde'),
  ])
})

test('work after an undo forgets what was undone', () => {
  const start = empty()
  const first = work(start, [{ changes: title('a'), merge: undefined, wait: 10 }])
  const back = stepBack(first.history)!
  const next = record(back.history, start, title('b'), undefined, 20)
  expect(stepForward(next)).toBeUndefined()
})
