import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SpanValue } from '../../../model/document/time.ts'
import { readSpan } from '../../../model/facts/span.ts'

const LOCALES = ['en', 'nl', 'ja', 'ar', 'de', 'fr', 'es', 'it', 'pt-BR', 'sv', 'pl', 'he', 'ko']
const MORE = ['zh-Hans', 'zh-Hant', 'cs', 'hu', 'lt', 'fi', 'tr', 'uk', 'vi', 'hi']

const day = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((time) => new Date(time).toISOString().slice(0, 10))
const span = fc
  .tuple(day, day)
  .map(([one, other]): SpanValue =>
    one < other
      ? { kind: 'span', of: 'date', start: one, end: other }
      : { kind: 'span', of: 'date', start: other, end: one },
  )

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number)

test('a span of days says both days, and each year that is needed, in every language', () => {
  fc.assert(
    fc.property(span, fc.constantFrom(...LOCALES, ...MORE), (value, locale) => {
      const [startYear, , startDay] = value.start.split('-').map(Number)
      const [endYear, , endDay] = value.end.split('-').map(Number)
      const long = numbersIn(readSpan(value, 'long', locale))
      expect(long).toEqual(expect.arrayContaining([startDay, endDay, startYear, endYear]))
      const short = numbersIn(readSpan(value, 'short', locale))
      expect(short).toEqual(expect.arrayContaining([startDay, endDay]))
      expect(short.includes(startYear!)).toBe(startYear !== endYear)
    }),
    { numRuns: 1500 },
  )
})

test('a span is written out and never in slashes, which read as another date elsewhere', () => {
  fc.assert(
    fc.property(span, fc.constantFrom(...LOCALES, ...MORE), (value, locale) => {
      expect(readSpan(value, 'long', locale)).not.toContain('/')
      expect(readSpan(value, 'short', locale)).not.toContain('/')
    }),
    { numRuns: 1500 },
  )
})
