import { expect, test } from 'vitest'
import { footnote, paragraphBlock } from '../../../model/document/blank.ts'
import type { Block, Footnote } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import { noteChanges } from '../../../model/document/note-changes.ts'
import { applyAll, inverseAll, stateOf, type DocumentState } from '../../../model/document/state.ts'
import type { Phrasing } from '../../../model/document/text.ts'
import { documentOf } from '../../publish/pages.ts'

const text = (value: string): Phrasing => ({ type: 'text', value })
const call: Phrasing = { type: 'footnoteReference', note: 'n' }
const line = paragraphBlock('a1', [text('It stopped'), call])
const bare = { ...line, ...paragraphBlock('a1', [text('It stopped')]), id: line.id } as Block
const without: Block =
  bare.kind === 'prose' && bare.node.type === 'paragraph'
    ? { ...bare, node: { ...bare.node, data: { id: line.id } } }
    : bare
const note = footnote('n', 'a2', [text('At noon.')])

const state = (...blocks: Block[]): DocumentState =>
  stateOf(documentOf('en', 'T', ['summary', 'S', blocks]), [])
const put = (now: DocumentState, block: Block): Change => ({
  type: 'block.put',
  section: now.document.sections[0]!.id,
  block,
})
const along = (
  now: DocumentState,
  change: Change,
  known: ReadonlyMap<string, Footnote> = new Map(),
): Change[] => noteChanges(now, () => applyAll(now, [change]), [change], known)

test('a note goes with its last reference, and both come back together', () => {
  const now = state(line, note)
  const change = put(now, without)
  const extra = along(now, change)
  expect(extra).toEqual([{ type: 'block.remove', block: 'n' }])
  const all = [change, ...extra]
  const back = applyAll(applyAll(now, all), inverseAll(now, all))
  expect(back.document).toEqual(now.document)
})

test('a note stays while anything refers to it', () => {
  const other = paragraphBlock('a3', [text('Again'), call])
  const now = state(line, note, other)
  expect(along(now, put(now, without))).toEqual([])
})

test('a new reference brings its note, with the words that it had before', () => {
  const now = state(without)
  const [made] = along(now, put(now, line))
  expect(made).toMatchObject({ type: 'block.put', block: { id: 'n', kind: 'footnote' } })
  const [known] = along(now, put(now, line), new Map([['n', note]]))
  expect(known).toMatchObject({ block: { text: { content: [{ value: 'At noon.' }] } } })
})

test('typing beside references looks at nothing else', () => {
  const now = state(line, note)
  const typed = { ...line, order: 'a1' }
  const change = put(now, typed)
  expect(
    noteChanges(
      now,
      () => {
        throw new Error('looked at the whole')
      },
      [change],
      new Map(),
    ),
  ).toEqual([])
})
