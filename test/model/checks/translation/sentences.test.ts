import { expect, test } from 'vitest'
import { textLanguage } from '../../../../locales/text-language.ts'
import { pairOf } from '../../../../model/checks/translation/pair.ts'
import { weightOf } from '../../../../model/checks/translation/settings.ts'
import { checkPair } from '../../../../model/checks/translation/quality.ts'
import type { Content } from '../../../../model/document/text.ts'
import sentences from '../../../fixtures/sentences.json' with { type: 'json' }
import { variantOf, type Row } from '../../../fixtures/variants.ts'
import { KINDS } from './seeds.ts'

/** Sentences about incidents in a dozen languages, each translated into all others: 3,960 pairs. */
const ROWS: readonly Row[] = sentences
const LOCALES = Object.keys(ROWS[0]!)

const content = (value: string): Content => [{ type: 'text', value }]
const rulesIn = (from: string, source: string, to: string, target: string) =>
  checkPair(pairOf(content(source), content(target), textLanguage(from), textLanguage(to))).filter(
    ({ rule }) => weightOf(rule, {}) !== 'off',
  )

const PAIRS = LOCALES.flatMap((from) =>
  LOCALES.filter((to) => to !== from).flatMap((to) =>
    ROWS.map((row) => ({ from, to, source: row[from]!, target: row[to]! })),
  ),
)

test.each(LOCALES)('nothing is wrong with right translations from %s', (locale) => {
  const alarms = PAIRS.filter(({ from }) => from === locale).flatMap(
    ({ from, to, source, target }) =>
      rulesIn(from, source, to, target).map(
        ({ rule, params }) =>
          `${from} → ${to} ${rule} ${JSON.stringify(params)}: ${source} | ${target}`,
      ),
  )
  expect(alarms).toEqual([])
})

test('nothing is wrong with them when they have other values', () => {
  const rows = ROWS.map((row) => variantOf(row, 3, textLanguage))
  expect(rows.filter((row, at) => row['en'] !== ROWS[at]!['en']).length).toBeGreaterThan(15)
  const alarms = rows.flatMap((row) =>
    LOCALES.flatMap((from) =>
      LOCALES.filter((to) => to !== from).flatMap((to) =>
        rulesIn(from, row[from]!, to, row[to]!).map(
          ({ rule }) => `${from} → ${to} ${rule}: ${row[from]} | ${row[to]}`,
        ),
      ),
    ),
  )
  expect(alarms).toEqual([])
})

test.each(Object.entries(KINDS))('%s is found wherever it is made', (_, { make, rules }) => {
  const made = PAIRS.flatMap((pair) => {
    const target = make(pair.target, pair.source, textLanguage(pair.to))
    return target === undefined ? [] : [{ ...pair, target }]
  })
  expect(made.length).toBeGreaterThan(100)
  const missed = made.filter(
    ({ from, to, source, target }) =>
      !rulesIn(from, source, to, target).some(({ rule }) => rules.includes(rule)),
  )
  expect(missed.map(({ to, source, target }) => `${to}: ${source} | ${target}`)).toEqual([])
})
