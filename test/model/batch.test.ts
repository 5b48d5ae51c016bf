import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../model/document/change.ts'
import {
  apply,
  applyAll,
  inverse,
  inverseAll,
  type DocumentState,
} from '../../model/document/state.ts'
import { change, empty } from '../renderer/session/changes.ts'

const changes = fc.array(change, { maxLength: 40 })
const oneByOne = (state: DocumentState, all: readonly Change[]): DocumentState =>
  all.reduce(apply, state)

test('many changes at once come to the same as one after another', () => {
  fc.assert(
    fc.property(changes, changes, (before, then) => {
      const state = oneByOne(empty(), before)
      expect(applyAll(state, then)).toEqual(oneByOne(state, then))
    }),
    { numRuns: 2000 },
  )
})

test('what many changes take back is what each of them takes back', () => {
  fc.assert(
    fc.property(changes, changes, (before, then) => {
      const state = oneByOne(empty(), before)
      let now = state
      const undo = then.map((one) => {
        const back = inverse(now, one)
        now = apply(now, one)
        return back
      })
      expect(inverseAll(state, then)).toEqual(undo.toReversed().flat())
    }),
    { numRuns: 2000 },
  )
})
