import { describe, expect, test } from 'vitest'
import {
  blankEntry,
  blankPostmortem,
  blankSection,
  unitText,
} from '../../../model/document/blank.ts'
import type { Action } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { applyAll, inverseAll, type DocumentState } from '../../../model/document/state.ts'
import { moveEntry } from '../../../renderer/views/write/edits.ts'
import {
  addToGroup,
  moveAction,
  moveGroup,
  regroup,
  removeWorkstream,
} from '../../../renderer/views/write/entry/regroup.ts'

/** A plan as `stream:action` in its order; `-` is no workstream. */
function plan(...actions: string[]): DocumentState {
  const orders = ordersBetween(null, null, actions.length)
  const streams = [...new Set(actions.map((one) => one.split(':')[0]!))].filter((id) => id !== '-')
  const document: Postmortem = {
    ...blankPostmortem('en', 'Plan'),
    workstreams: streams.map((id, at) => ({ id, order: `a${at}`, name: unitText(id) })),
    sections: [
      {
        ...blankSection('actions', 'a0'),
        id: 'plan',
        blocks: actions.map((one, at): Action => {
          const [stream, id] = one.split(':') as [string, string]
          const blank = blankEntry('action', orders[at]!)
          return { ...blank, id, workstream: stream === '-' ? null : stream }
        }),
      },
    ],
  }
  return { document, translations: new Map() }
}

const shape = ({ document }: DocumentState): string[] =>
  document.sections[0]!.blocks.map((block) =>
    block.kind === 'action' ? `${block.workstream ?? '-'}:${block.id}` : block.kind,
  )

/** The plan after the changes, which their inverse undoes. */
function after(state: DocumentState, changes: readonly Change[] | undefined): string[] {
  const done = applyAll(state, changes ?? [])
  expect(shape(applyAll(done, inverseAll(state, changes ?? [])))).toEqual(shape(state))
  return shape(done)
}

const action = (state: DocumentState, id: string): Action =>
  state.document.sections[0]!.blocks.find((block) => block.id === id) as Action

describe('an action', () => {
  const state = plan('a:1', 'a:2', 'b:3', 'b:4')
  const section = state.document.sections[0]!

  test('goes over the edge of its group into the next without leaving its place', () => {
    expect(after(state, moveAction(section, action(state, '2'), 1)?.changes)).toEqual([
      'a:1',
      'b:2',
      'b:3',
      'b:4',
    ])
    expect(after(state, moveAction(section, action(state, '4'), -1)?.changes)).toEqual([
      'a:1',
      'a:2',
      'b:4',
      'b:3',
    ])
    expect(moveAction(section, action(state, '1'), -1)).toBeNull()
  })

  test('that is given another workstream stands last in it, or after the group that it leaves', () => {
    expect(after(state, regroup(state.document, '1', 'b'))).toEqual(['a:2', 'b:3', 'b:4', 'b:1'])
    expect(after(state, regroup(state.document, '1', null))).toEqual(['a:2', '-:1', 'b:3', 'b:4'])
    expect(after(state, regroup(state.document, '4', 'c'))).toEqual(['a:1', 'a:2', 'b:3', 'c:4'])
    expect(after(state, regroup(state.document, '2', 'c'))).toEqual(['a:1', 'c:2', 'b:3', 'b:4'])
  })

  test('that is dropped joins the workstream of the place', () => {
    const drop = (id: string, place: string | null, group?: string | null) =>
      after(state, moveEntry(state.document, id, 'plan', place, group)?.changes)
    expect(drop('4', '1')).toEqual(['a:1', 'a:4', 'a:2', 'b:3'])
    expect(drop('3', null)).toEqual(['a:3', 'a:1', 'a:2', 'b:4'])
    // Right under the heading of the second group: after the last of the first, but in the second.
    expect(drop('1', '2', 'b')).toEqual(['a:2', 'b:1', 'b:3', 'b:4'])
    expect(drop('2', '2', 'b')).toEqual(['a:1', 'b:2', 'b:3', 'b:4'])
    expect(moveEntry(state.document, '2', 'plan', '1')).toBeNull()
  })
})

describe('a group', () => {
  const state = plan('a:1', 'a:2', 'b:3', 'b:4', '-:5')

  test('moves past another as a whole, and not past the edge', () => {
    expect(after(state, moveGroup(state.document, '3', -1))).toEqual([
      'b:3',
      'b:4',
      'a:1',
      'a:2',
      '-:5',
    ])
    expect(after(state, moveGroup(state.document, '1', 1))).toEqual([
      'b:3',
      'b:4',
      'a:1',
      'a:2',
      '-:5',
    ])
    expect(moveGroup(state.document, '1', -1)).toEqual([])
  })

  test('takes a new action at its end', () => {
    const made = addToGroup(state.document, '1')!
    expect(after(state, made.changes)[2]).toBe(`a:${made.made}`)
  })

  test('whose workstream is removed keeps its actions, and one step brings it back', () => {
    const changes = removeWorkstream(state.document, 'a')
    expect(after(state, changes)).toEqual(['-:1', '-:2', 'b:3', 'b:4', '-:5'])
    expect(applyAll(state, changes).document.workstreams.map(({ id }) => id)).toEqual(['b'])
  })
})
