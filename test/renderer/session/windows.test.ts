import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankSection, paragraphBlock } from '../../../model/document/blank.ts'
import type { Change } from '../../../model/document/change.ts'
import { plainText } from '../../../model/document/text.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { allUnits } from '../../../model/units/unit.ts'
import type { Session } from '../../../renderer/session/session.ts'
import { allWords, EVERYTHING, TYPING } from '../../fixtures/editing.ts'
import { valueOf } from '../../fixtures/library.ts'
import { openTestSession } from './opened.ts'

const stateOf = (session: Session) => session.store.getState().state

/** Saves what each window holds until there is nothing that another has not heard of. */
async function settle(...sessions: Session[]): Promise<void> {
  for (let round = 0; round < 3; round++)
    for (const session of sessions) expect(await session.flush()).toBe(true)
}

const section = blankSection('prose', 'a0', 'Text')
const FIRST = paragraphBlock('a0', 'The key was in a log')
const SECOND = paragraphBlock('a1', 'Nobody read it')
const put = (block: typeof FIRST, text: string): Change => {
  if (block.kind !== 'prose' || block.node.type !== 'paragraph') throw new Error(block.kind)
  const children = text === '' ? [] : [{ type: 'text' as const, value: text }]
  return {
    type: 'block.put',
    section: section.id,
    block: { ...block, node: { ...block.node, children } },
  }
}
const texts = (session: Session): string[] =>
  stateOf(session).document.sections.flatMap(({ blocks }) =>
    blocks.map((block) =>
      block.kind === 'prose' && block.node.type === 'paragraph'
        ? plainText(block.node.children)
        : block.kind,
    ),
  )

async function twoWindows() {
  const opened = await openTestSession()
  const { session: a } = opened
  a.apply([
    { type: 'section.put', section },
    { type: 'block.put', section: section.id, block: FIRST },
    { type: 'block.put', section: section.id, block: SECOND },
  ])
  await a.flush()
  return { ...opened, a, b: await opened.another() }
}

test('what one window saves is in the other, which keeps its history and hears that it was somebody else', async () => {
  const { a, b } = await twoWindows()
  b.apply([put(SECOND, 'Nobody ever read it')])
  await b.flush()
  a.apply([put(FIRST, 'The old key was in a log')])
  await settle(a, b)
  for (const session of [a, b])
    expect(texts(session)).toEqual(['The old key was in a log', 'Nobody ever read it'])
  expect(b.store.getState().lastChanged.origin).toBe('other')
  b.undo()
  await settle(a, b)
  for (const session of [a, b])
    expect(texts(session)).toEqual(['The old key was in a log', 'Nobody read it'])
  expect(b.store.getState().canUndo).toBe(false)
  expect(a.store.getState().canUndo).toBe(true)
  b.redo()
  await settle(a, b)
  expect(texts(a)).toEqual(['The old key was in a log', 'Nobody ever read it'])
})

test('two write in one text at the same time, and undo takes back the words of its own window', async () => {
  const { a, b } = await twoWindows()
  a.apply([put(FIRST, 'The old key was in a log')])
  b.apply([put(FIRST, 'The key was in a public log')])
  await settle(a, b)
  for (const session of [a, b]) {
    expect(texts(session)[0]).toBe('The old key was in a public log')
    expect(session.store.getState().clashes).toBe(0)
  }
  a.undo()
  await settle(a, b)
  for (const session of [a, b]) expect(texts(session)[0]).toBe('The key was in a public log')
  b.undo()
  await settle(a, b)
  for (const session of [a, b]) expect(texts(session)[0]).toBe('The key was in a log')
})

test('of two words in one place the last saved stands, the window says so, and the other is a version', async () => {
  const { core, a, b } = await twoWindows()
  a.apply([put(FIRST, 'The key was in a bucket')])
  b.apply([put(FIRST, 'The key was in a trace')])
  await a.flush()
  await settle(b, a)
  for (const session of [a, b]) expect(texts(session)[0]).toBe('The key was in a trace')
  expect([a, b].map((session) => session.store.getState().clashes)).toEqual([0, 1])
  const { versions } = valueOf(await core.call('history.list', { id: a.id }, 'window'))
  const said = await Promise.all(
    versions.map(async ({ number }) => {
      const then = await core.call('history.open', { id: a.id, version: number }, 'window')
      return JSON.stringify(valueOf(then).document)
    }),
  )
  expect(said.some((document) => document.includes('bucket'))).toBe(true)
})

test('what one deletes while another writes in it stays', async () => {
  const { a, b } = await twoWindows()
  a.apply([{ type: 'section.remove', section: section.id }])
  b.apply([put(SECOND, 'Nobody but us read it')])
  await settle(a, b)
  for (const session of [a, b]) expect(texts(session)).toEqual(['Nobody but us read it'])
  // The other way round: written first, deleted by somebody who had not seen it.
  b.apply([put(SECOND, 'We read it')])
  a.apply([{ type: 'block.remove', block: SECOND.id }])
  await b.flush()
  await settle(a, b)
  for (const session of [a, b]) expect(texts(session)).toEqual(['We read it'])
})

test('a translation that one confirms while another writes its source stays, and is stale', async () => {
  const { a, b } = await twoWindows()
  const unit = FIRST.id
  b.apply([
    {
      type: 'translation.put',
      translation: {
        unit,
        locale: 'nl',
        content: [{ type: 'text', value: 'De sleutel stond in een log' }],
        state: 'reviewed',
        origin: 'human',
        sourceHash: contentHash([{ type: 'text', value: 'The key was in a log' }]),
        changedAt: '2024-03-01T09:00:00.000Z',
      },
    },
  ])
  a.apply([put(FIRST, 'The old key was in a log')])
  await settle(a, b)
  for (const session of [a, b]) {
    expect(stateOf(session).translations.get('nl')?.get(unit)?.state).toBe('reviewed')
    expect(texts(session)[0]).toBe('The old key was in a log')
  }
})

test('a window that was far behind reads the whole', async () => {
  const { core, a, b } = await twoWindows()
  b.apply([put(SECOND, 'Nobody ever read it')])
  const { revision } = valueOf(await core.call('postmortem.open', { id: a.id }, 'window'))
  const many = Array.from({ length: 2500 }, (_, at) => put(FIRST, `The key was in a log ${at}`))
  valueOf(await core.call('postmortem.save', { id: a.id, base: revision, changes: many }, 'window'))
  const told = await core.call('postmortem.changes', { id: a.id, since: revision }, 'window')
  expect(valueOf(told).changes).toBeNull()
  await settle(a, b)
  for (const session of [a, b])
    expect(texts(session)).toEqual(['The key was in a log 2499', 'Nobody ever read it'])
})

const work = fc.array(
  fc.record({
    who: fc.nat(1),
    edit: fc.nat(100),
    at: fc.nat(1000),
    after: fc.constantFrom('on', 'on', 'save', 'undo', 'redo'),
  }),
  { minLength: 4, maxLength: 25 },
)

test('two windows that do whatever come to one document, with every id once and every translation attached', async () => {
  const { session: a, another, stored } = await openTestSession()
  a.apply([
    { type: 'section.put', section },
    ...['a0', 'a1', 'a2'].map((order): Change => ({
      type: 'block.put',
      section: section.id,
      block: paragraphBlock(order, 'alpha beta gamma'),
    })),
    { type: 'section.put', section: blankSection('prose', 'a1', 'Second') },
  ])
  await a.flush()
  const b = await another()
  await fc.assert(
    fc.asyncProperty(work, async (steps) => {
      for (const { who, edit, at, after } of steps) {
        const session = [a, b][who]!
        const changes = EVERYTHING[edit % EVERYTHING.length]!(stateOf(session), at, `w${at}`)
        session.apply(changes)
        if (after === 'save') await session.flush()
        else if (after !== 'on') session[after]()
      }
      await settle(a, b)
      const document = await stored()
      expect(stateOf(a).document).toEqual(document)
      expect(stateOf(b).document).toEqual(document)
      const flat = (session: Session) =>
        [...(stateOf(session).translations.get('nl') ?? [])].toSorted(([x], [y]) =>
          x < y ? -1 : 1,
        )
      expect(flat(a)).toEqual(flat(b))
      const ids = [...allUnits(document)].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 150 },
  )
}, 300_000)

test('undoing all that one window typed takes its words out of the texts, and none of the other window', async () => {
  const { session: a, another } = await openTestSession()
  a.apply([{ type: 'section.put', section }])
  await fc.assert(
    fc.asyncProperty(work, async (steps) => {
      a.apply([put(FIRST, 'The key was in a log'), put(SECOND, 'Nobody read it')])
      await a.flush()
      const b = await another()
      for (const [index, { who, edit, at, after }] of steps.entries()) {
        const session = [a, b][who]!
        const word = `${'ab'[who]}${index}w`
        session.apply(TYPING[edit % TYPING.length]!(stateOf(session), at, word))
        if (after === 'save') await session.flush()
      }
      await settle(a, b)
      const before = [...allWords(stateOf(a))]
      while (b.store.getState().canUndo) b.undo()
      await settle(b, a)
      const left = allWords(stateOf(a))
      expect([...left].filter((word) => /^b\d+w$/.test(word))).toEqual([])
      expect(before.filter((word) => !/^b\d+w$/.test(word) && !left.has(word))).toEqual([])
      await b.close()
    }),
    { numRuns: 40 },
  )
}, 300_000)
