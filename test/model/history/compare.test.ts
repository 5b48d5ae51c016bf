import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factWords, publicationWords } from '../../../locales/publication-words.ts'
import {
  blankEntry,
  blankPostmortem,
  blankSection,
  paragraphBlock,
} from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import type { Fact } from '../../../model/document/fact.ts'
import { applyAll, stateOf, type DocumentState } from '../../../model/document/state.ts'
import { compare, type Difference } from '../../../model/history/compare.ts'
import { piecesOf, wordsIn, type Piece } from '../../../model/history/pieces.ts'
import { inSequence } from '../../../model/history/sequence.ts'
import { sideOf } from '../../../model/history/side.ts'
import { allUnits } from '../../../model/units/unit.ts'
import { change } from '../../fixtures/changes.ts'

const words = factWords(publicationWords('en')!)
const empty = stateOf(blankPostmortem('en', 'An incident'), [])
const compared = (before: DocumentState, after: DocumentState, locale = 'en'): Difference[] =>
  compare(sideOf(before, locale, words), sideOf(after, locale, words))

const join = (pieces: readonly Piece[], without: Piece['kind']): string =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
const redline = (before: string, after: string, locale: string): string =>
  piecesOf(wordsIn(before, locale), wordsIn(after, locale))
    .map(({ kind, text }) => ({ kept: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind])
    .join('')

const isWhole = ({ document }: DocumentState): boolean => {
  const ids = Array.from(allUnits(document), ({ id }) => id)
  return new Set(ids).size === ids.length
}

test('a redline says words, and a new phrase is one piece', () => {
  expect(redline('The proxy failed at nine.', 'The proxy failed at ten.', 'en')).toBe(
    'The proxy failed at [-nine-]{+ten+}.',
  )
  expect(
    redline(
      'Nobody could log in for two hours.',
      'Nobody could send a message for two hours.',
      'en',
    ),
  ).toBe('Nobody could [-log in-]{+send a message+} for two hours.')
})

test('Japanese is compared word by word, though it has no spaces', () => {
  expect(redline('攻撃者は顧客のデータを閲覧した。', '攻撃者は顧客の記録を閲覧した。', 'ja')).toBe(
    '攻撃者は顧客の[-データ-]{+記録+}を閲覧した。',
  )
})

test('texts that have next to nothing in common are shown as one in place of the other', () => {
  expect(redline('We are sorry about the noise', 'Engineers rotated all of the keys', 'en')).toBe(
    '[-We are sorry about the noise-]{+Engineers rotated all of the keys+}',
  )
})

test('what is kept and removed makes the earlier text, what is kept and added the later one', () => {
  const text = fc.array(
    fc.constantFrom('mail', 'stood', ' ', ' ', 'still', '。', '受信', 'は', '\n', '👩‍🚒'),
    {
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(text, text, fc.constantFrom('en', 'ja', 'ar'), (left, right, locale) => {
      const [before, after] = [left.join(''), right.join('')]
      const pieces = piecesOf(wordsIn(before, locale), wordsIn(after, locale))
      expect(join(pieces, 'added')).toBe(before)
      expect(join(pieces, 'removed')).toBe(after)
      expect(pieces.every(({ text: said }) => said !== '')).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('one sequence has every id of both once, the later ones in their order', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'))
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const steps = inSequence(before, after)
      const all = steps.map(({ id }) => id)
      expect(all.toSorted()).toEqual([...new Set([...before, ...after])].toSorted())
      expect(all.filter((id) => after.includes(id))).toEqual(after)
      const still = steps.filter(
        ({ id, moved }) => !moved && before.includes(id) && after.includes(id),
      )
      expect(before.filter((id) => still.some((step) => step.id === id))).toEqual(
        still.map(({ id }) => id),
      )
    }),
  )
})

test('the differences of two versions give each text of the one from the other', () => {
  const changes = fc.array(change, { maxLength: 14 })
  let compares = 0
  fc.assert(
    fc.property(changes, changes, fc.constantFrom('en', 'nl', 'ja'), (first, second, locale) => {
      const before = applyAll(empty, first)
      const after = applyAll(before, second)
      if (!isWhole(before) || !isWhole(after)) return
      compares++
      const [left, right] = [sideOf(before, locale, words), sideOf(after, locale, words)]
      const differences = compare(left, right)
      const texts = differences.filter(({ part }) => part !== 'fact').flatMap((one) => one.texts)
      expect(new Set(texts.map(({ unit }) => unit)).size).toBe(texts.length)
      const said = new Map(texts.map(({ unit, pieces }) => [unit, pieces]))
      for (const unit of new Set([...left.units.keys(), ...right.units.keys()])) {
        const old = left.words(left.units.get(unit) ?? []).join('')
        const now = right.words(right.units.get(unit) ?? []).join('')
        const pieces = said.get(unit)
        if (pieces === undefined) expect(now).toBe(old)
        else expect([join(pieces, 'added'), join(pieces, 'removed')]).toEqual([old, now])
      }
      expect(compare(left, left)).toEqual([])
      // By keys, every part is there once.
      const keys = differences.map(({ part, id }) => `${part} ${id}`)
      expect(new Set(keys).size).toBe(keys.length)
    }),
    { numRuns: 400 },
  )
  expect(compares).toBeGreaterThan(50)
})

const section = blankSection('findings', 'a0', 'Findings')
const other = blankSection('response', 'a1', 'Response')
const [one, two, three] = ['a0', 'a1', 'a2'].map((order) =>
  paragraphBlock(order, `Text ${order}`),
) as [Block, Block, Block]
const put = (block: Block, at = section): Change => ({ type: 'block.put', section: at.id, block })
const start = applyAll(empty, [
  { type: 'section.put', section },
  { type: 'section.put', section: other },
  put(one),
  put(two),
  put(three),
])

test('a block that only moved is moved, within its section and to another', () => {
  const within = compared(start, applyAll(start, [put({ ...one, order: 'a5' })]))
  expect(within).toMatchObject([{ id: one.id, status: 'changed', moved: true, texts: [] }])
  const across = compared(start, applyAll(start, [put({ ...two, order: 'a0' }, other)]))
  expect(across).toMatchObject([
    { id: two.id, section: other.id, moved: true, texts: [], values: [] },
  ])
})

test('a paragraph that became part of a list is not lost and not new', () => {
  const node = 'node' in one && one.node.type === 'paragraph' ? one.node : null
  const list: Block = {
    id: 'list',
    order: 'a0',
    audience: 'public',
    kind: 'prose',
    node: { type: 'list', ordered: false, children: [{ type: 'listItem', children: [node!] }] },
  }
  const differences = compared(
    start,
    applyAll(start, [{ type: 'block.remove', block: one.id }, put(list)]),
  )
  expect(differences.flatMap(({ texts }) => texts)).toEqual([])
  expect(differences.some(({ status }) => status === 'removed')).toBe(false)
})

test('a fact is compared by its value, in every text that names it, and attributes by what they say', () => {
  const fact: Fact = {
    id: 'accounts',
    name: 'Accounts',
    value: { kind: 'number', value: '366', unit: null, currency: null },
    bound: 'at-most',
    status: 'potential',
    audience: 'public',
    evidence: '',
    replaces: null,
  }
  const finding = blankEntry('finding', 'a3')
  const statement = {
    ...finding.statement,
    content: [
      { type: 'text' as const, value: 'It reached ' },
      { type: 'fact' as const, fact: fact.id, form: 'short' as const },
      { type: 'text' as const, value: ' accounts.' },
    ],
  }
  const before = applyAll(start, [{ type: 'fact.put', fact }, put({ ...finding, statement })])
  const after = applyAll(before, [
    {
      type: 'fact.put',
      fact: { ...fact, value: { ...fact.value, value: '2' } as Fact['value'], status: 'confirmed' },
    },
    put({ ...finding, statement, outcome: 'happened' }),
  ])
  const [block, value] = compared(before, after)
  expect(block!.texts[0]!.pieces).toEqual([
    { kind: 'kept', text: 'It reached ' },
    { kind: 'removed', text: '366' },
    { kind: 'added', text: '2' },
    { kind: 'kept', text: ' accounts.' },
  ])
  expect(block!.texts[0]!.byFact).toBe(true)
  expect(block!.values).toEqual([{ field: 'outcome', before: null, after: 'happened' }])
  expect(value).toMatchObject({
    part: 'fact',
    values: [{ field: 'status', before: 'potential', after: 'confirmed' }],
  })
})

test('words that are the same but look otherwise are told as such', () => {
  const bold = {
    ...one,
    node: {
      ...('node' in one ? one.node : {}),
      children: [{ type: 'strong', children: [{ type: 'text', value: 'Text a0' }] }],
    },
  } as Block
  const [difference] = compared(start, applyAll(start, [put(bold)]))
  expect(difference!.texts).toMatchObject([{ marks: true, pieces: [{ kind: 'kept' }] }])
})
