import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankPostmortem, blankSection, paragraphBlock } from '../../model/document/blank.ts'
import { applyAll, type DocumentState } from '../../model/document/state.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import { mergeContent } from '../../model/merge/text.ts'
import { merge } from '../../model/merge/merge.ts'
import { allUnits } from '../../model/units/unit.ts'
import { ADDING, allWords, EVERYTHING, type Edit } from '../fixtures/editing.ts'

const text = (value: string): Content => (value === '' ? [] : [{ type: 'text', value }])
const merged = (
  origin: string,
  ours: string,
  theirs: string,
  prefer: 'ours' | 'theirs' = 'ours',
) => {
  const { content, lost } = mergeContent(text(origin), text(ours), text(theirs), prefer, 'en')
  return [plainText(content), lost]
}

test.each([
  ['one two three', 'one 2 three', 'one two 3', 'one 2 3', false],
  ['one two', 'zero one two', 'one two three', 'zero one two three', false],
  ['The log', 'The old log', 'The log grew', 'The old log grew', false],
  // Both wrote at the end: both stand there.
  ['I like', 'I like tea', 'I like coffee', 'I like coffee tea', false],
  ['', 'ours', 'theirs', 'theirsours', false],
  // The same is written once.
  ['a c', 'a b c', 'a b c', 'a b c', false],
  // What one took away gives way to what the other wrote there.
  ['a b c', 'a c', 'a x c', 'a x c', false],
  ['a b c d', 'a d', 'a b d', 'a d', false],
  // Both put something else in one place.
  ['a b c', 'a x c', 'a y c', 'a x c', true],
])('“%s” as “%s” and as “%s” is “%s”', (origin, ours, theirs, result, lost) => {
  expect(merged(origin, ours, theirs)).toEqual([result, lost])
})

test('of two words in one place the preferred one stays', () => {
  expect(merged('a b c', 'a x c', 'a y c', 'theirs')).toEqual(['a y c', true])
})

test('marks are part of a word, and what was marked by one is marked', () => {
  const { content, lost } = mergeContent(
    text('The key was in a log'),
    [
      { type: 'text', value: 'The ' },
      { type: 'strong', children: text('key') },
      { type: 'text', value: ' was in a log' },
    ],
    text('The key was in a public log'),
    'ours',
    'en',
  )
  expect(lost).toBe(false)
  expect(content).toEqual([
    { type: 'text', value: 'The ' },
    { type: 'strong', children: text('key') },
    { type: 'text', value: ' was in a public log' },
  ])
})

test('Japanese is merged by its words, which no space parts', () => {
  const { content, lost } = mergeContent(
    text('鍵がログに残っていました'),
    text('古い鍵がログに残っていました'),
    text('鍵が公開ログに残っていました'),
    'ours',
    'ja',
  )
  expect([plainText(content), lost]).toEqual(['古い鍵が公開ログに残っていました', false])
})

function start(): DocumentState {
  const blank = blankPostmortem('en', 'An incident')
  const changes = ['a0', 'a1', 'a2'].flatMap((order) => {
    const section = blankSection('prose', order, `head${order}`)
    return [
      { type: 'section.put' as const, section },
      ...['a0', 'a1', 'a2'].map((key) => ({
        type: 'block.put' as const,
        section: section.id,
        block: paragraphBlock(key, `alpha${order}${key} beta gamma${order}${key}`),
      })),
    ]
  })
  return applyAll({ document: blank, translations: new Map([['nl', new Map()]]) }, changes)
}

const steps = fc.array(fc.tuple(fc.nat(100), fc.nat(1000)), { maxLength: 6 })

function edited(
  state: DocumentState,
  edits: readonly Edit[],
  all: readonly (readonly [number, number])[],
  name: string,
): { state: DocumentState; words: string[] } {
  const words: string[] = []
  const end = all.reduce((now, [which, at], index) => {
    const word = `${name}${index}`
    words.push(word)
    return applyAll(now, edits[which % edits.length]!(now, at, word))
  }, state)
  return { state: end, words: words.filter((word) => allWords(end).has(word)) }
}

const unitIds = ({ document }: DocumentState): string[] =>
  [...allUnits(document)].map(({ id }) => id)

test('what nobody else touched is merged into itself', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const origin = start()
      const { state } = edited(origin, EVERYTHING, all, 'o')
      expect(merge(origin, state, origin, 'ours')).toEqual({ state, lost: false })
      expect(merge(origin, origin, state, 'ours')).toEqual({ state, lost: false })
    }),
    { numRuns: 300 },
  )
})

test('no unit stands in two places, however two have changed one document', () => {
  fc.assert(
    fc.property(steps, steps, fc.constantFrom('ours', 'theirs'), (mine, others, prefer) => {
      const origin = start()
      const ours = edited(origin, EVERYTHING, mine, 'o').state
      const theirs = edited(origin, EVERYTHING, others, 't').state
      const ids = unitIds(merge(origin, ours, theirs, prefer).state)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 1500 },
  )
})

/** A paragraph was written anew by one and became an item of a list, with words put into it, at the other. */
test.each(['ours', 'theirs'] as const)(
  'of words in a text that one side put elsewhere those of %s stay, and the others are said to be lost',
  (prefer) => {
    const origin = start()
    const [section] = origin.document.sections
    const block = section!.blocks[0]!
    if (block.kind !== 'prose' || block.node.type !== 'paragraph') throw new Error('no paragraph')
    const { node } = block
    const written = applyAll(origin, [
      {
        type: 'block.put',
        section: section!.id,
        block: { ...block, node: { ...node, children: text('alpha written') } },
      },
    ])
    const item = {
      type: 'listItem' as const,
      children: [{ ...node, children: text('alpha beta listed gamma') }],
    }
    const listed = applyAll(origin, [
      { type: 'block.remove', block: block.id },
      {
        type: 'block.put',
        section: section!.id,
        block: { ...block, id: 'list', node: { type: 'list', ordered: false, children: [item] } },
      },
    ])
    for (const [ours, theirs] of [
      [written, listed],
      [listed, written],
    ] as const) {
      const { state, lost } = merge(origin, ours, theirs, prefer)
      expect(lost).toBe(true)
      const first = prefer === 'ours' ? ours : theirs
      expect(allWords(state).has('written')).toBe(first === written)
      expect(allWords(state).has('listed')).toBe(first === listed)
      expect(state.document.sections[0]!.blocks.map(({ id }) => id)[0]).toBe('list')
    }
  },
)

test('where nothing is said to be lost, every word that either wrote is there', () => {
  let whole = 0
  fc.assert(
    fc.property(steps, steps, fc.constantFrom('ours', 'theirs'), (mine, others, prefer) => {
      const origin = start()
      const ours = edited(origin, ADDING, mine, 'o')
      const theirs = edited(origin, ADDING, others, 't')
      const { state, lost } = merge(origin, ours.state, theirs.state, prefer)
      const there = [...allWords(state)].join(' ')
      const missing = (words: readonly string[]): string[] =>
        words.filter((word) => !there.includes(word))
      // Those of the preferred side are always there: at a save they are what it writes.
      expect(missing((prefer === 'ours' ? ours : theirs).words)).toEqual([])
      if (lost) return
      whole += 1
      expect(missing([...ours.words, ...theirs.words, ...allWords(origin)])).toEqual([])
    }),
    { numRuns: 1500 },
  )
  expect(whole).toBeGreaterThan(1000)
})
