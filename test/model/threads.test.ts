import { expect, test } from 'vitest'
import { runChecks } from '../../model/checks/run.ts'
import { paragraphBlock, blankPostmortem, blankSection } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import type { Comment } from '../../model/document/comment.ts'
import { applyAll, inverseAll, stateOf, type DocumentState } from '../../model/document/state.ts'
import { changesTo } from '../../model/history/changes.ts'
import { merge } from '../../model/merge/merge.ts'
import { threadsIn, threadsOf } from '../../model/workflow/threads.ts'

const document = {
  ...blankPostmortem('en', 'An incident'),
  locales: ['nl', 'ja'],
  sections: [
    { ...blankSection('prose', 'a0', 'What happened'), blocks: [paragraphBlock('a0', 'A key')] },
  ],
}
const unit = document.sections[0]!.blocks[0]!.id
const said = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  unit,
  locale: 'nl',
  kind: 'query',
  thread: null,
  text: `What is ${id}?`,
  by: 'mara',
  at: `2026-11-01T09:00:0${id.length}.000Z`,
  resolved: null,
  ...more,
})
const settled = { by: 'ken', at: '2026-11-02T09:00:00.000Z' }
const start = stateOf(document, [], [])
const put = (comment: Comment): Change => ({ type: 'comment.put', comment })
const withAll = (...comments: Comment[]): DocumentState => applyAll(start, comments.map(put))
const queries = (state: DocumentState, locale?: string) =>
  runChecks(state, { labelled: () => true, locale })
    .filter(({ rule }) => rule === 'query-open')
    .map((problem) => [problem.locale, problem.unit])

test('a thread is a comment with its answers in time, and belongs to its language or to all', () => {
  const state = withAll(
    said('ccc', { thread: 'a' }),
    said('bb', { thread: 'a', by: 'ken' }),
    said('a'),
    said('dddd', { locale: null }),
    said('lost', { thread: 'gone' }),
  )
  const threads = threadsOf(state).get(unit)!
  expect(threads.map(({ head, answers }) => [head.id, answers.map(({ id }) => id)])).toEqual([
    ['a', ['bb', 'ccc']],
    ['dddd', []],
  ])
  expect(threadsIn(threads, 'ja').map(({ head }) => head.id)).toEqual(['dddd'])
})

test('an open question is a warning in its language, a comment and a settled question are none', () => {
  const state = withAll(
    said('a'),
    said('b', { locale: null }),
    said('c', { kind: 'comment' }),
    said('d', { resolved: settled }),
    said('e', { unit: 'gone' }),
    said('f', { thread: 'a' }),
  )
  expect(queries(state)).toEqual([
    ['en', unit],
    ['nl', unit],
  ])
  expect(queries(state, 'ja')).toEqual([])
})

test('an undo takes back what was said, what was settled and what was removed', () => {
  const before = withAll(said('a'), said('b'))
  const changes: Change[] = [
    put(said('a', { resolved: settled })),
    { type: 'comment.remove', comment: 'b' },
    put(said('c')),
  ]
  const after = applyAll(before, changes)
  expect([...after.comments!.keys()]).toEqual(['a', 'c'])
  expect(applyAll(after, inverseAll(before, changes)).comments).toEqual(before.comments)
})

test('a version has no comments, and to bring it back takes none away', () => {
  const now = withAll(said('a'))
  expect(changesTo(now, stateOf(document, []))).toEqual([])
  expect(changesTo(start, now)).toEqual([put(said('a'))])
})

test('two windows keep what both said, and a question that one settled is settled', () => {
  const origin = withAll(said('a'))
  const ours = applyAll(origin, [put(said('b'))])
  const theirs = applyAll(origin, [put(said('a', { resolved: settled })), put(said('c'))])
  const { state, lost } = merge(origin, ours, theirs, 'ours')
  expect(lost).toBe(false)
  expect(state.comments).toEqual(
    withAll(said('a', { resolved: settled }), said('c'), said('b')).comments,
  )
})
