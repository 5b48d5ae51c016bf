import { expect, test } from 'vitest'
import type { Content } from '../../../model/document/text.ts'
import { adapted } from '../../../model/memory/adapt.ts'
import { profileOf } from '../../../model/memory/profile.ts'
import { gradeOf, scoreOf } from '../../../model/memory/score.ts'
import { sentencesOf } from '../../../model/memory/sentences.ts'

const text = (value: string): Content => [{ type: 'text', value }]
const score = (a: Content | string, b: Content | string, locale = 'en') => {
  const [first, second] = [a, b].map((one) =>
    profileOf(typeof one === 'string' ? text(one) : one, locale),
  )
  return scoreOf(first!, second!)
}
const bold = (...words: readonly [string, string, string]): Content => [
  { type: 'text', value: words[0] },
  { type: 'strong', children: [{ type: 'text', value: words[1] }] },
  { type: 'text', value: words[2] },
]

test('same words are worth 95 to 99 by what else differs, other words at most 94', () => {
  expect(score('A b, c.', 'A b, c.')).toBe(100)
  expect(score('A  b,\nc.', 'A b, c.')).toBe(100)
  expect(score('A B, c.', 'A b, c.')).toBe(99)
  expect(score('A b; c!', 'A b, c.')).toBe(98)
  expect(score('A 2, c.', 'A 3, c.')).toBe(97)
  expect(score('A 2; c.', 'A 3, c.')).toBe(96)
  expect(score(bold('A ', 'b', ' c'), 'A b c')).toBe(98)
  expect(score(bold('A ', 'b', ' 2;'), 'A b 3')).toBe(95)
  expect(score(bold('A ', 'b', ' c'), bold('A ', 'b', ' c'))).toBe(100)
  const long = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ')
  expect(score(long, `${long} more`)).toBe(94)
  expect(score('one two three four', 'one two three five')).toBe(75)
  expect(score('one two', 'three four')).toBe(0)
  expect(score('…', '—')).toBe(0)
})

test('a link elsewhere is another mark, and a fact is one whatever it is', () => {
  const link = (url: string): Content => [{ type: 'link', url, children: text('the report') }]
  expect(score(link('https://a.example/'), link('https://a.example/'))).toBe(100)
  expect(score(link('https://a.example/'), link('https://b.example/'))).toBe(98)
  const fact = (id: string): Content => [
    ...text('It took '),
    { type: 'fact', fact: id, form: 'long' },
  ]
  expect(score(fact('a'), fact('b'))).toBe(100)
  expect(score(fact('a'), 'It took 3')).toBe(97)
})

test('surroundings raise an exact match alone, and where it comes from lowers any', () => {
  const plain = {
    origin: 'human',
    sameRegion: true,
    sameUnit: false,
    sameNeighbours: false,
  } as const
  expect(gradeOf(100, plain)).toBe(100)
  expect(gradeOf(100, { ...plain, sameUnit: true })).toBe(101)
  expect(gradeOf(100, { ...plain, sameUnit: true, sameNeighbours: true })).toBe(102)
  expect(gradeOf(99, { ...plain, sameUnit: true, sameNeighbours: true })).toBe(99)
  expect(gradeOf(100, { ...plain, origin: 'imported', sameUnit: true })).toBe(99)
  expect(gradeOf(80, { ...plain, origin: 'machine', sameRegion: false })).toBe(76)
})

test('sentences end where they end, and not after an abbreviation or an initial', () => {
  const split = (said: string, locale: string, known: readonly string[] = []) =>
    sentencesOf(said, locale, known).map(({ start, end }) => said.slice(start, end))
  expect(split('We asked Dr. Smith. He came.', 'en', ['Dr'])).toEqual([
    'We asked Dr. Smith.',
    'He came.',
  ])
  expect(split('We asked J. Smith. He came. ', 'en')).toEqual(['We asked J. Smith.', 'He came.'])
  expect(split('Zie bijv. De Maas. Daarna niets.', 'nl', ['bijv'])).toEqual([
    'Zie bijv. De Maas.',
    'Daarna niets.',
  ])
  expect(split('鍵が漏れました。すぐに止めました。', 'ja')).toEqual([
    '鍵が漏れました。',
    'すぐに止めました。',
  ])
  expect(split('It cost 3.5 million', 'en')).toEqual(['It cost 3.5 million'])
  expect(split('One line\nAnother', 'en')).toEqual(['One line', 'Another'])
  expect(split('  ', 'en')).toEqual([])
})

test('where two texts refer to more or less than the other, only what both have stays', () => {
  const fact = (id: string) => ({ type: 'fact', fact: id, form: 'short' }) as const
  expect(adapted([fact('a'), fact('b')], [fact('b'), fact('a')], [fact('c'), fact('d')])).toEqual([
    fact('d'),
    fact('c'),
  ])
  expect(adapted([fact('a'), fact('b')], [fact('b'), fact('a')], [fact('a')])).toEqual([
    { type: 'text', value: '…' },
    fact('a'),
  ])
})
