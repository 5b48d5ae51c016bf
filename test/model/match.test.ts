import { expect, test } from 'vitest'
import { matchLocale } from '../../model/document/match.ts'

const AVAILABLE = ['zh-Hant', 'en', 'nl', 'pt-BR', 'pt-PT', 'sr', 'zh-Hans']

test.each([
  ['nl', 'nl'],
  ['nl-BE', 'nl'],
  ['zh-TW', 'zh-Hant'],
  ['zh', 'zh-Hans'],
  ['pt', 'pt-BR'],
  ['pt-MZ', 'pt-PT'],
  ['en-GB', 'en'],
])('a reader of %s gets %s', (locale, found) => {
  expect(matchLocale(locale, AVAILABLE)).toBe(found)
})

test.each(['sr-Latn', 'bs', 'af', 'und', 'zh-Latn'])(
  'a reader of %s gets nothing: neither another language nor another script',
  (locale) => {
    expect(matchLocale(locale, AVAILABLE)).toBeUndefined()
  },
)
