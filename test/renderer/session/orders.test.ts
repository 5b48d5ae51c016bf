import { expect, test } from 'vitest'
import {
  blankEntry,
  blankSection,
  footnote,
  paragraphBlock,
} from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { applyAll, stateOf } from '../../../model/document/state.ts'
import type { Session } from '../../../renderer/session/session.ts'
import { moveBlocks } from '../../../renderer/views/write/blocks/move.ts'
import { turnBlocks } from '../../../renderer/views/write/blocks/turn.ts'
import { addText, insertEntry, moveSections } from '../../../renderer/views/write/edits.ts'
import { moveAction, moveGroup } from '../../../renderer/views/write/entry/regroup.ts'
import { documentOf } from '../../publish/pages.ts'
import { openTestSession } from './opened.ts'

const documentIn = (session: Session): Postmortem => session.store.getState().state.document

interface Made {
  readonly changes: readonly Change[]
  readonly made: string
}

const first = blankSection('prose', 'a0', 'First')
const top = paragraphBlock('a0', 'Top')

/** The step in which the others get new orders is undone and redone like any other. */
function takenBack(session: Session, before: Postmortem): void {
  const after = documentIn(session)
  session.undo()
  expect(documentIn(session)).toEqual(before)
  session.redo()
  expect(documentIn(session)).toEqual(after)
}

test.each<[string, (document: Postmortem) => Made]>([
  ['entries', (document) => insertEntry(document, 'lesson', top.id)!],
  ['lines', (document) => addText(document.sections[0]!, top.id)],
])('fifteen hundred %s can be put in at one place, one after another', async (_, put) => {
  const { session, stored } = await openTestSession()
  const bottom = paragraphBlock('a1', 'Bottom')
  session.apply([
    { type: 'section.put', section: first },
    ...[top, bottom].map((block): Change => ({ type: 'block.put', section: first.id, block })),
  ])
  const made: string[] = []
  let crowded = 0
  for (let count = 0; count < 1500; count++) {
    const before = documentIn(session)
    const one = put(before)
    session.apply(one.changes)
    made.unshift(one.made)
    if (session.store.getState().lastChanged.changes.length === 1) continue
    crowded += 1
    takenBack(session, before)
  }
  expect(crowded).toBeGreaterThan(0)
  expect(documentIn(session).sections[0]!.blocks.map(({ id }) => id)).toEqual([
    ...[top.id, ...made, bottom.id],
  ])
  expect(await session.flush()).toBe(true)
  expect(await stored()).toEqual(documentIn(session))
})

test('the last section can be moved to the second place fifteen hundred times', async () => {
  const { session, stored } = await openTestSession()
  session.apply(
    ['a0', 'a1', 'a2', 'a3'].map((order): Change => ({
      type: 'section.put',
      section: { ...blankSection('prose', order, order), id: order },
    })),
  )
  for (let count = 0; count < 1500; count++) {
    const before = documentIn(session)
    session.apply(moveSections(before, new Set([before.sections.at(-1)!.id]), 'a0'))
    if (session.store.getState().lastChanged.changes.length > 1) takenBack(session, before)
  }
  expect(documentIn(session).sections.map(({ id }) => id)).toEqual(['a0', 'a1', 'a2', 'a3'])
  expect(await session.flush()).toBe(true)
  expect(await stored()).toEqual(documentIn(session))
})

test('a note that has the order of a block is in nobody’s way', () => {
  const stream = { id: 's', order: 'a0', name: { id: 'name', content: [] } }
  const action = (id: string, order: string, workstream: string | null): Block => ({
    ...blankEntry('action', order),
    id,
    workstream,
  })
  const blocks: Block[] = [
    action('one', 'a0', 's'),
    // Ids break ties: one note stands before the block of its order, the other behind it.
    footnote('a note', 'a1'),
    action('two', 'a1', 's'),
    footnote('z note', 'a1'),
    action('three', 'a2', null),
    { ...paragraphBlock('a3', 'Text'), id: 'text' },
  ]
  const document: Postmortem = {
    ...documentOf('en', 'T', ['actions', 'S', blocks]),
    workstreams: [stream],
  }
  const [section] = document.sections
  const order = (changes: readonly Change[]): string[] =>
    applyAll(stateOf(document, []), changes)
      .document.sections[0]!.blocks.filter(({ kind }) => kind !== 'footnote')
      .map(({ id, kind }) => (kind === 'lesson' ? kind : id))
  const at = { section: section!.id, after: 'two' }
  expect(order(insertEntry(document, 'lesson', 'two')!.changes)).toEqual([
    ...['one', 'two', 'lesson', 'three', 'text'],
  ])
  expect(order(moveBlocks(document, new Set(['text']), at))).toEqual([
    ...['one', 'two', 'text', 'three'],
  ])
  const two = blocks[2]!
  if (two.kind !== 'action') throw new Error(two.kind)
  expect(order(moveAction(section!, two, -1)!.changes)).toEqual(['two', 'one', 'three', 'text'])
  expect(order(moveGroup(document, 'three', -1))).toEqual(['three', 'one', 'two', 'text'])
  const turned = turnBlocks(document, new Set(['text']), 'bullet', () => '')
  expect(order(turned.changes)).toHaveLength(4)
})
