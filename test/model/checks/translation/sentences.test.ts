import { expect, test } from 'vitest'
import { textLanguage } from '../../../../locales/text-language.ts'
import { flatText, pairOf } from '../../../../model/checks/translation/pair.ts'
import { weightOf } from '../../../../model/checks/translation/settings.ts'
import { checkPair } from '../../../../model/checks/translation/quality.ts'
import { QUALITY_RULES } from '../../../../model/checks/translation/rules.ts'
import { termFindings } from '../../../../model/checks/translation/terms.ts'
import type { Content } from '../../../../model/document/text.ts'
import sentences from '../../../fixtures/sentences.json' with { type: 'json' }
import { variantOf, type Row } from '../../../fixtures/variants.ts'
import { contentOf, damaged, type Kind } from './kind.ts'
import { KINDS, WITHOUT_KIND } from './kinds.ts'

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

/** So many mistakes of a kind, evenly from all pairs. */
const MOST = 400
const NO_TERMS = { find: () => [], findAll: () => [] }

/** All that is found, also by what is off unless a library wants it. */
function rulesOf({ from, to }: { from: string; to: string }, source: Content, target: Content) {
  const pair = pairOf(source, target, textLanguage(from), textLanguage(to))
  return [...checkPair(pair), ...termFindings(pair, NO_TERMS)].map(({ rule }) => rule)
}

type Placed = (typeof PAIRS)[number]
const known = new Map<Placed, ReturnType<typeof rulesOf>>()
/** What is found in a pair before there is a mistake in it. */
function before(pair: Placed) {
  const found = known.get(pair) ?? rulesOf(pair, contentOf(pair.source), contentOf(pair.target))
  known.set(pair, found)
  return found
}

/** Mistakes of a kind, with what is found in each. What is wrong before tells nothing. */
function seeded(kind: Kind) {
  const made = PAIRS.flatMap((pair) => {
    const { from, to, source, target } = pair
    const content = damaged(kind, target, source, textLanguage(to), textLanguage(from))
    return content === undefined ? [] : [{ pair, content }]
  })
  const step = Math.max(1, made.length / MOST)
  return Array.from(
    { length: Math.min(made.length, MOST) },
    (_, at) => made[Math.floor(at * step)]!,
  )
    .filter(({ pair }) => !before(pair).some((rule) => kind.rules.includes(rule)))
    .map(({ pair, content }) => ({
      text: `${pair.from} → ${pair.to}: ${flatText(content.source)} | ${flatText(content.target)}`,
      found: rulesOf(pair, content.source, content.target),
    }))
}

test.each(Object.entries(KINDS))('%s is found wherever it is made', (_, kind) => {
  const made = seeded(kind)
  expect(made.length).toBeGreaterThan(100)
  const missed = made.filter(({ found }) => !found.some((rule) => kind.rules.includes(rule)))
  expect(missed.map(({ text }) => text)).toEqual([])
})

test('every rule has a kind of mistake, or a reason why it has none', () => {
  const rules = new Set(Object.values(KINDS).flatMap((kind) => kind.rules))
  const told = (rule: (typeof QUALITY_RULES)[number]) => [
    ...(rules.has(rule) ? ['kind'] : []),
    ...(WITHOUT_KIND[rule] === undefined ? [] : ['reason']),
  ]
  expect(QUALITY_RULES.filter((rule) => told(rule).length !== 1)).toEqual([])
})
