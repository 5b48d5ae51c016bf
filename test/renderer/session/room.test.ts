import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
} from 'lexical'
import { expect, test } from 'vitest'
import { blankSection, paragraphBlock } from '../../../model/document/blank.ts'
import type { Change } from '../../../model/document/change.ts'
import { MOST } from '../../../model/document/limits.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import type { Flow } from '../../../model/document/prose.ts'
import { runBench } from '../editor/run-bench.ts'
import { openTestSession } from './opened.ts'

const sections = (count: number): Change[] =>
  ordersBetween(null, null, count).map((order) => ({
    type: 'section.put',
    section: blankSection('prose', order),
  }))

test('a section too many is refused with a reason, and everything around it is saved and undone as before', async () => {
  const { session, stored } = await openTestSession()
  expect(session.apply(sections(MOST.sections - 1))).toBe(true)
  const [last] = sections(1)
  expect(session.apply([last!])).toBe(true)
  expect(await session.flush()).toBe(true)
  const full = session.store.getState()
  expect(full.refused).toBeNull()

  expect(session.apply(sections(1))).toBe(false)
  const after = session.store.getState()
  expect(after.refused).toEqual({ code: 'SECTIONS_FULL', params: { limit: MOST.sections } })
  expect(after.state).toBe(full.state)
  expect(after.save.kind).toBe('saved')

  const title: Change = { type: 'title.put', content: [{ type: 'text', value: 'Still saved' }] }
  expect(session.apply([title])).toBe(true)
  expect(await session.flush()).toBe(true)
  expect((await stored()).title.content).toEqual(title.content)
  session.undo()
  session.undo()
  expect(session.store.getState().state.document.sections).toHaveLength(MOST.sections - 1)
})

test('one in the place of another is no more than there were', async () => {
  const { session } = await openTestSession()
  session.apply(sections(MOST.sections))
  const [first] = session.store.getState().state.document.sections
  expect(session.apply([{ type: 'section.remove', section: first!.id }, ...sections(1)])).toBe(true)
})

const item = (at: number): Flow => ({
  type: 'paragraph',
  data: { id: `p${at}` },
  children: [{ type: 'text', value: `Item ${at}` }],
})

test('an item too many is gone from the editor again, and the next letter is saved', async () => {
  const list: Flow = {
    type: 'list',
    ordered: false,
    children: Array.from({ length: MOST.items }, (_, at) => ({
      type: 'listItem',
      children: [item(at)],
    })),
  }
  const { editor, edit, session, blocks } = await runBench([
    { id: 'list', order: 'a0', audience: 'public', kind: 'prose', node: list },
    paragraphBlock('a1', 'After'),
  ])
  expect(blocks()).toHaveLength(2)
  const before = blocks()
  edit(() => {
    const last = $getRoot().getFirstChild()
    if ($isElementNode(last)) last.getLastChild()?.selectEnd()
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.insertParagraph()
  })
  expect(session.store.getState().refused).toEqual({
    code: 'LIST_FULL',
    params: { limit: MOST.items },
  })
  expect(blocks()).toEqual(before)
  const items = (): number =>
    editor.read(() => {
      const shown = $getRoot().getFirstChild()
      return $isElementNode(shown) ? shown.getChildrenSize() : 0
    })
  expect(items()).toBe(MOST.items)
  edit(() => {
    const line = $getRoot().getLastChild()
    if ($isElementNode(line)) line.append($createTextNode(' it'))
  })
  expect(blocks()[0]).toEqual(before[0])
  expect(blocks()[1]).toMatchObject({ node: { children: [{ value: 'After it' }] } })
  expect(await session.flush()).toBe(true)
})
