import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankPostmortem } from '../../../model/document/blank.ts'
import { apply, applyAll, findBlock, inverseAll, stateOf } from '../../../model/document/state.ts'
import { plainText, type Content } from '../../../model/document/text.ts'
import { find, type Query } from '../../../model/search/find.ts'
import { replace } from '../../../model/search/replace.ts'
import { replacing } from '../../../model/search/changes.ts'
import { search } from '../../../model/search/search.ts'
import { unitsInLocale } from '../../../model/units/locale-view.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { allUnits } from '../../../model/units/unit.ts'
import { fullDocument } from '../../fixtures/full/document.ts'

const read = (): string => '366 customers'
const text = (value: string): Content => [{ type: 'text', value }]
const query = (wanted: string, more: Partial<Query> = {}): Query => ({
  text: wanted,
  exact: false,
  whole: false,
  ...more,
})
/** What is found, as it stands in the text. */
const found = (value: string, wanted: string, more: Partial<Query> = {}, locale = 'en'): string[] =>
  find(text(value), query(wanted, more), locale, read).matches.map(({ start, end }) =>
    value.slice(start, end),
  )

test('a word is found whatever its case, its marks and its width', () => {
  const words = ['Café', 'CAFÉ', 'cafe\u0301', 'ｃａｆｅ']
  expect(found(words.join(' '), 'cafe')).toEqual(words)
  expect(found('Café CAFÉ', 'Café', { exact: true })).toEqual(['Café'])
  expect(found('مُحَمَّد', 'محمد', {}, 'ar')).toEqual(['مُحَمَّد'])
})

test('quotation marks, dashes and spaces are found by the keys that a keyboard has', () => {
  expect(found('It wasn’t “ours” – yet', `wasn't "ours" - yet`)).toEqual(['wasn’t “ours” – yet'])
  expect(found('25\u00A0%', '25 %')).toEqual(['25\u00A0%'])
})

test('half of a letter is not found', () => {
  expect(found('かがみ', 'か', {}, 'ja')).toEqual(['か'])
  expect(found('ﬁn', 'f')).toEqual([])
  expect(found('ﬁn', 'fin')).toEqual(['ﬁn'])
})

test('whole words are those of the language', () => {
  expect(found('key keys monkey Key.', 'key', { whole: true })).toEqual(['key', 'Key'])
  expect(found('東京都の鍵', '鍵', { whole: true }, 'ja')).toEqual(['鍵'])
})

const marked: Content = [
  { type: 'text', value: 'The ' },
  { type: 'strong', children: text('old') },
  { type: 'text', value: ' key of ' },
  { type: 'fact', fact: 'f', form: 'long' },
  { type: 'link', url: 'https://example.org/', children: text(' key') },
]

test('a match goes across marks, and what replaces it has the marks of its first letter', () => {
  const { matches } = find(marked, query('old key'), 'en', read)
  expect(replace(marked, matches, 'new token', read)).toEqual([
    { type: 'text', value: 'The ' },
    { type: 'strong', children: text('new token') },
    { type: 'text', value: ' of ' },
    { type: 'fact', fact: 'f', form: 'long' },
    { type: 'link', url: 'https://example.org/', children: text(' key') },
  ])
})

test('a fact is found by how it reads, and is not replaced', () => {
  const { matches } = find(marked, query('customers'), 'en', read)
  expect(matches).toMatchObject([{ fixed: true }])
  expect(replace(marked, matches, 'clients', read)).toEqual(marked)
})

test('a mark goes when nothing is left in it', () => {
  const { matches } = find(marked, query('old '), 'en', read)
  expect(plainText(replace(marked, matches, '', read), read)).toBe('The key of 366 customers key')
  expect(replace(marked, matches, '', read)).not.toContainEqual(
    expect.objectContaining({ type: 'strong' }),
  )
})

const phrasing = fc.letrec<{ content: Content }>((tie) => ({
  content: fc.array(
    fc.oneof(
      { maxDepth: 2 },
      fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '鍵'), minLength: 1 }).map((value) => ({
        type: 'text' as const,
        value,
      })),
      fc.constant({ type: 'fact' as const, fact: 'f', form: 'long' as const }),
      fc.constant({ type: 'break' as const }),
      fc.record({
        type: fc.constantFrom('strong' as const, 'emphasis' as const),
        children: tie('content'),
      }),
    ),
    { maxLength: 5 },
  ),
})).content

test('replacing is what it would be in the plain text, whatever the marks', () => {
  fc.assert(
    fc.property(phrasing, fc.constantFrom('a', 'ab', 'e', 'b a'), (content, wanted) => {
      const { text: plain, matches } = find(content, query(wanted), 'en', read)
      let expected = ''
      let at = 0
      for (const { start, end, fixed } of matches) {
        expected += plain.slice(at, start) + (fixed ? plain.slice(start, end) : 'X')
        at = end
      }
      expect(plainText(replace(content, matches, 'X', read), read)).toBe(expected + plain.slice(at))
    }),
    { numRuns: 500 },
  )
})

/** The full document in English with its Japanese beside it, all of it reviewed. */
function bilingual() {
  const document = { ...fullDocument('en'), locales: ['ja'] }
  const japanese = new Map(
    [...allUnits(fullDocument('ja'))].map(({ id, content }) => [id, content]),
  )
  return stateOf(
    document,
    [...allUnits(document)].map(({ id, content }) => ({
      unit: id,
      locale: 'ja',
      content: japanese.get(id) ?? content,
      state: 'reviewed' as const,
      origin: 'human' as const,
      sourceHash: contentHash(content),
      changedAt: '2026-01-01T00:00:00.000Z',
    })),
  )
}
const readIn = () => read
const NOW = '2026-02-02T00:00:00.000Z'

test('what is found once is replaced everywhere in one step, in every language, and undone in one', () => {
  const state = bilingual()
  const wanted = 'e'
  const hits = search(state, query(wanted), readIn).filter(({ fixed }) => !fixed)
  expect(new Set(hits.map(({ locale }) => locale))).toEqual(new Set(['en', 'ja']))
  expect(new Set(hits.map(({ place }) => place.field)).size).toBeGreaterThan(5)
  const { changes, count } = replacing(state, hits, '%', readIn, NOW)
  expect(count).toBe(hits.length)
  const after = applyAll(state, changes)
  expect(search(after, query(wanted), readIn).filter(({ fixed }) => !fixed)).toEqual([])
  expect(applyAll(after, inverseAll(state, changes))).toEqual(state)
})

test('a translation that was changed is a draft; one whose source alone was changed is stale', () => {
  const state = bilingual()
  const hits = search(state, query('e'), readIn).filter(({ fixed }) => !fixed)
  const both = applyAll(state, replacing(state, hits, '%', readIn, NOW).changes)
  const changed = new Set(hits.filter(({ locale }) => locale === 'ja').map(({ unit }) => unit))
  const sources = new Set(hits.filter(({ locale }) => locale === 'en').map(({ unit }) => unit))
  for (const { unit, state: is, stale } of unitsInLocale(both.document, both.translations, 'ja')) {
    expect(is).toBe(changed.has(unit.id) ? 'draft' : 'reviewed')
    expect(stale).toBe(sources.has(unit.id) && !changed.has(unit.id))
  }
})

test('internal remarks are found and replaced with the rest, in the source alone', () => {
  const base = bilingual()
  const section = base.document.sections.find(({ blocks }) =>
    blocks.some(({ kind }) => kind === 'finding'),
  )!
  const finding = section.blocks.find((block) => block.kind === 'finding')!
  const state = apply(base, {
    type: 'block.put',
    section: section.id,
    block: { ...finding, evidence: 'Told by Quillfeather, page 3' },
  })
  const hits = search(state, query('quillfeather'), readIn)
  expect(hits).toMatchObject([
    { locale: 'en', place: { block: finding.id, field: 'evidence' }, before: 'Told by ' },
  ])
  const { changes, count } = replacing(state, hits, 'a customer', readIn, NOW)
  expect(count).toBe(1)
  expect(findBlock(applyAll(state, changes).document, finding.id)).toEqual({
    ...finding,
    evidence: 'Told by a customer, page 3',
  })
})

test('a hit whose text has gone since is left alone', () => {
  const empty = stateOf(blankPostmortem('en', 'A key'), [])
  const hits = search(empty, query('key'), readIn)
  expect(hits).toMatchObject([{ before: 'A ', found: 'key', after: '' }])
  const later = stateOf(blankPostmortem('en', 'A log'), [])
  const moved = hits.map((hit) => ({ ...hit, unit: later.document.title.id }))
  expect(replacing(later, moved, 'x', readIn, NOW)).toEqual({ changes: [], count: 0 })
})
