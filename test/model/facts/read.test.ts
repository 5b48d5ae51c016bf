import { expect, test } from 'vitest'
import * as v from 'valibot'
import { FactSchema } from '../../../model/document/fact.ts'
import type { Content } from '../../../model/document/text.ts'
import { factsById, readContent, readFact, readValue } from '../../../model/facts/read.ts'
import { FORMS, READINGS, WORDS, factOf, plainSpaces } from './readings.ts'

test.each(FORMS)('in $locale a $value.kind reads in $form form as $text', (reading) => {
  const { locale, value, form, text } = reading
  expect(plainSpaces(readFact(factOf(value), form, locale, WORDS))).toBe(text)
})

test('every value in the table is one that a document may hold', () => {
  for (const [, value] of READINGS)
    expect(v.is(FactSchema, factOf(value)), JSON.stringify(value)).toBe(true)
})

test('a duration reads as Intl.DurationFormat reads it', () => {
  const { DurationFormat } = Intl as unknown as {
    DurationFormat: new (
      locale: string,
      options: { style: string },
    ) => { format(duration: Record<string, number>): string }
  }
  for (const locale of ['en', 'nl', 'ja', 'ar', 'ar-EG', 'de', 'fr', 'pl', 'he', 'ko', 'zh-Hant'])
    for (const [duration, parts] of [
      ['PT25M', { minutes: 25 }],
      ['P1DT2H25M', { days: 1, hours: 2, minutes: 25 }],
      ['P2Y3M', { years: 2, months: 3 }],
      ['P6W', { weeks: 6 }],
      ['PT1500M', { minutes: 1500 }],
      ['PT1H0M5S', { hours: 1, minutes: 0, seconds: 5 }],
    ] as const)
      expect(readValue({ kind: 'duration', duration }, 'long', locale)).toBe(
        new DurationFormat(locale, { style: 'long' }).format(parts),
      )
})

test('the long form has the bound and the short form the bare value', () => {
  const fact = factOf(
    { kind: 'number', value: '366', unit: null, currency: null },
    { bound: 'at-most' },
  )
  expect(readFact(fact, 'long', 'en', WORDS)).toBe('up to 366')
  expect(readFact(fact, 'short', 'en', WORDS)).toBe('366')
})

test('a bound on a time has other words than one on a quantity', () => {
  const day = factOf({ kind: 'date', date: '2022-01-21' }, { bound: 'at-most' })
  expect(readFact(day, 'long', 'nl', WORDS)).toBe('by 21 januari 2022')
  const span = factOf({ kind: 'duration', duration: 'PT25M' }, { bound: 'at-least' })
  expect(readFact(span, 'long', 'nl', WORDS)).toBe('at least 25 minuten')
})

test('a name has no bound', () => {
  const fact = factOf({ kind: 'name', name: 'Harbour', locales: {} }, { bound: 'about' })
  expect(readFact(fact, 'long', 'en', WORDS)).toBe('Harbour')
})

test('an amount of money goes into its slot as it is, dollar signs and all', () => {
  const fact = factOf(
    { kind: 'number', value: '250', unit: null, currency: 'USD' },
    { bound: 'about' },
  )
  expect(readFact(fact, 'long', 'en', WORDS)).toBe('$250 or so')
})

test('a text reads with its facts in place and without its marks', () => {
  const content: Content = [
    { type: 'text', value: 'It lasted ' },
    { type: 'strong', children: [{ type: 'fact', fact: 'lasted', form: 'long' }] },
    { type: 'text', value: ' on ' },
    { type: 'fact', fact: 'day', form: 'short' },
    { type: 'break' },
    { type: 'fact', fact: 'gone', form: 'long' },
  ]
  const facts = factsById([
    factOf({ kind: 'duration', duration: 'PT25M' }, { id: 'lasted', bound: 'at-most' }),
    factOf({ kind: 'date', date: '2022-01-21' }, { id: 'day' }),
  ])
  expect(readContent(content, facts, 'nl', WORDS)).toBe(
    'It lasted up to 25 minuten on 21 januari\n[withheld]',
  )
})
