import { expect, test } from 'vitest'
import { inflectionOf } from '../../../../locales/inflection-of.ts'
import { textLanguage } from '../../../../locales/text-language.ts'
import { mended } from '../../../../model/checks/translation/mend.ts'
import { pairOf, type Finding } from '../../../../model/checks/translation/pair.ts'
import { termMemory } from '../../../../model/checks/translation/term-memory.ts'
import { forbiddenInSource, termFindings } from '../../../../model/checks/translation/terms.ts'
import { plainText, type Content } from '../../../../model/document/text.ts'
import {
  plainConcept,
  plainTerm,
  type Concept,
  type Term,
} from '../../../../model/terms/concept.ts'
import { termbase } from '../../../../model/terms/termbase.ts'

const said = (value: string): Content => [{ type: 'text', value }]
const term = (locale: string, text: string, more: Partial<Term> = {}): Term => ({
  ...plainTerm(locale, text),
  partOfSpeech: 'noun',
  ...more,
})
const BREACH = plainConcept('breach', [
  term('en', 'data breach'),
  term('en', 'data theft', { status: 'forbidden' }),
  term('nl', 'datalek'),
  term('nl', 'datainbreuk', { status: 'admitted' }),
  term('nl', 'gegevenslek', { status: 'forbidden' }),
  term('ja', '情報漏えい'),
  term('ja', 'データ漏洩', { status: 'forbidden' }),
  term('ar', 'اختراق البيانات'),
])
const OKTA: Concept = { ...plainConcept('okta', [plainTerm('en', 'Okta')]), untranslatable: true }
const GATE = plainConcept('gate', [term('en', 'gate'), term('nl', 'poort')])
const ALL = [BREACH, OKTA, GATE]

const baseOf = (concepts: readonly Concept[]) => {
  const base = termbase(inflectionOf)
  for (const concept of concepts) base.put(concept)
  return base
}
const pair = (source: string, target: string, to = 'nl') =>
  pairOf(said(source), said(target), textLanguage('en'), textLanguage(to))
const found = (source: string, target: string, to = 'nl', concepts = ALL) =>
  termFindings(pair(source, target, to), baseOf(concepts))
const rules = (...of: Parameters<typeof found>) =>
  found(...of).map(({ rule, params }) => [
    rule,
    params['source'] ?? params['target'],
    params['expected'],
  ])
const mend = (text: string, [finding]: readonly Finding[]): string =>
  finding?.edits === undefined ? text : plainText(mended(said(text), finding.edits))

test('a term is missed where none of its translations stands, in whatever form', () => {
  expect(rules('Two data breaches.', 'Twee datalekken.')).toEqual([])
  expect(rules('Two data breaches.', 'Twee datainbreuken.')).toEqual([])
  expect(rules('A data breach.', 'Een datalekonderzoek.')).toEqual([])
  expect(rules('Two data breaches.', 'Twee voorvallen.')).toEqual([
    ['term-missing', 'data breaches', 'datalek / datainbreuk'],
  ])
  expect(rules('A data breach.', '情報漏えいが起きた。', 'ja')).toEqual([])
  expect(rules('A data breach.', '事故が起きた。', 'ja')).toEqual([
    ['term-missing', 'data breach', '情報漏えい'],
  ])
  expect(rules('A data breach.', 'وقع اختراق للبيانات.', 'ar')).toEqual([])
  expect(rules('A data breach.', 'وقع حادث.', 'ar')).toHaveLength(1)
  expect(rules('The data breach.', 'اختراق البيانات.', 'ar')).toEqual([])
  // Nobody wrote down what it is called there.
  expect(rules('A data breach.', 'Ein Vorfall.', 'de')).toEqual([])
})

test('a forbidden term is told apart from one that is missing, and put right in its base form', () => {
  const [one, ...more] = found('A data breach.', 'Een gegevenslek.')
  expect(more).toEqual([])
  expect(one).toMatchObject({ rule: 'term-forbidden', start: 4, end: 15 })
  expect(mend('Een gegevenslek.', [one!])).toBe('Een datalek.')
  expect(mend('Gegevenslek gemeld.', found('Breach told.', 'Gegevenslek gemeld.'))).toBe(
    'Datalek gemeld.',
  )
  // Another form of the preferred term is not known.
  const [plural] = found('Data breaches.', 'De gegevenslekken.')
  expect(plural).toMatchObject({ rule: 'term-forbidden' })
  expect(plural!.edits).toBeUndefined()
  expect(mend('データ漏洩です。', found('A data breach.', 'データ漏洩です。', 'ja'))).toBe(
    '情報漏えいです。',
  )
})

test('what another concept lets be said is not forbidden where that one is meant', () => {
  const bank = plainConcept('bank', [
    term('en', 'bank'),
    term('nl', 'poort', { status: 'forbidden' }),
  ])
  expect(rules('The gate.', 'De poort.', 'nl', [GATE, bank])).toEqual([])
  expect(rules('The bank.', 'De poort.', 'nl', [GATE, bank])).toMatchObject([
    ['term-forbidden', 'poort', ''],
  ])
  expect(rules('The wall.', 'De poort.', 'nl', [GATE, bank])).toEqual([])
})

test('what is the same in every language may not be changed; where only its capitals were, they are given back', () => {
  expect(rules('Okta told us.', 'Okta vertelde het ons.')).toEqual([])
  expect(rules('Okta told us.', 'Okta’s melding kwam.')).toEqual([])
  expect(rules('Okta told us.', 'Oktaan vertelde het.')).toEqual([])
  expect(rules('Okta told us.', 'Zij vertelden het ons.')).toEqual([
    ['term-altered', 'Okta', 'Okta'],
  ])
  expect(mend('OKTA vertelde het.', found('Okta told us.', 'OKTA vertelde het.'))).toBe(
    'Okta vertelde het.',
  )
  expect(rules('Okta told us.', 'オクタから連絡。', 'ja')).toMatchObject([
    ['term-altered', 'Okta', 'Okta'],
  ])
})

test('a forbidden term in the source is told there', () => {
  const told = forbiddenInSource('Data thefts are told.', 'en', baseOf(ALL))
  expect(told).toMatchObject([
    { rule: 'term-forbidden-source', start: 0, end: 11, params: { expected: 'data breach' } },
  ])
  expect(forbiddenInSource('A data breach.', 'en', baseOf(ALL))).toEqual([])
})

test('after a change of the termbase only the texts are looked at again that it may touch', () => {
  const base = baseOf(ALL)
  const memory = termMemory(base, 1000)
  const pairs = Array.from({ length: 200 }, (_, at) =>
    pair(`Report ${at} of office${at}x.`, `Verslag ${at} van kantoor${at}x.`),
  )
  const look = () => [...pairs, pair('Two data breaches.', 'Twee voorvallen.')].map(memory.check)
  const change = (before: Concept, now: Concept) => {
    const words = new Set([...base.firstWords(before), ...base.firstWords(now)])
    base.put(now)
    memory.changed(words)
  }
  expect(look().at(-1)).toHaveLength(1)
  expect(memory.looked()).toBe(201)
  look()
  expect(memory.looked()).toBe(201)
  change(BREACH, { ...BREACH, terms: [...BREACH.terms, term('nl', 'voorval')] })
  expect(look().at(-1)).toEqual([])
  // The sieve may let some through that need not be; most stay.
  expect(memory.looked()).toBeGreaterThan(201)
  expect(memory.looked()).toBeLessThan(300)
  // A term that comes for one of them is found.
  const office = plainConcept('office', [term('en', 'office7x'), term('nl', 'bureau')])
  change(office, office)
  expect(memory.check(pairs[7]!)).toMatchObject([{ rule: 'term-missing' }])
})
