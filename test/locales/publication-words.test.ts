import { expect, test } from 'vitest'
import { languageData } from '../../locales/language-data.ts'
import { factWords, publicationLocales, publicationWords } from '../../locales/publication-words.ts'
import { BOUNDS, type Fact, type FactValue } from '../../model/document/fact.ts'
import { readFact, readValue } from '../../model/facts/read.ts'

// Reading the packs is part of importing the module: one that breaks the schema throws there.
test('there are publication words for at least sixteen locales', () => {
  expect(publicationLocales()).toEqual(
    expect.arrayContaining([
      ...['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'ko', 'nl', 'pl', 'pt-BR', 'pt-PT'],
      ...['sv', 'zh-Hans', 'zh-Hant'],
    ]),
  )
})

test.each([
  ['nl-BE', 'nl'],
  ['en-GB', 'en'],
  ['en-US', 'en'],
  ['de-AT', 'de'],
  ['ar-EG', 'ar'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['pt', 'pt-BR'],
  ['pt-AO', 'pt-PT'],
  ['ja-JP', 'ja'],
  ['ja-u-ca-japanese', 'ja'],
])('%s is published with the words of %s', (locale, pack) => {
  expect(publicationWords(pack)).toBeDefined()
  expect(publicationWords(locale)).toBe(publicationWords(pack))
})

test.each(['fy', 'af', 'nb', 'ca', 'gsw', 'sr-Latn', 'und', 'tlh', 'en-Arab', 'ja-Latn'])(
  '%s has no words, and no other language stands in for it',
  (locale) => {
    expect(publicationWords(locale)).toBeUndefined()
    expect(languageData(locale)).toBeUndefined()
  },
)

test('language data is found by the same rule', () => {
  expect(languageData('nl-BE')).toBe(languageData('nl'))
  expect(languageData('nl')!.headings.findings).toContain('bevindingen')
})

test('no two locales say the same thing: a pack is not a copy of another', () => {
  const packs = publicationLocales().map((locale) => JSON.stringify(publicationWords(locale)))
  expect(new Set(packs).size).toBe(packs.length)
})

test('every locale has a word of its own for each section; a loan word like French "Impact" is the exception', () => {
  const english = publicationWords('en')!.sections
  for (const locale of publicationLocales()) {
    const { sections } = publicationWords(locale)!
    expect(new Set(Object.values(sections)).size, locale).toBe(Object.keys(sections).length)
    if (locale === 'en') continue
    const borrowed = Object.entries(sections).filter(
      ([kind, word]) => word === english[kind as keyof typeof english],
    )
    expect(borrowed.length, `${locale}: ${borrowed.join()}`).toBeLessThan(2)
  }
})

const values: FactValue[] = [
  { kind: 'number', value: '366', unit: null, currency: null },
  { kind: 'duration', duration: 'PT25M' },
  { kind: 'date', date: '2022-01-21' },
  { kind: 'date', date: '2022' },
]
test('a bound keeps the value whole, adds a word, and differs from the other bounds', () => {
  for (const locale of publicationLocales())
    for (const value of values) {
      const words = factWords(publicationWords(locale)!)
      const bare = readValue(value, 'long', locale)
      const read = BOUNDS.map((bound) => {
        const fact: Fact = {
          id: 'f',
          name: '',
          value,
          bound,
          status: 'confirmed',
          audience: 'public',
          evidence: '',
          replaces: null,
        }
        return readFact(fact, 'long', locale, words)
      })
      expect(read[0], locale).toBe(bare)
      expect(new Set(read).size, `${locale}: ${read.join(' / ')}`).toBe(BOUNDS.length)
      for (const text of read) expect(text).toContain(bare)
    }
})

test('no word begins or ends with a space, and none has two in a row', () => {
  for (const locale of publicationLocales()) {
    const { labels, ...rest } = publicationWords(locale)!
    const { colon, ...others } = labels
    const all = [...Object.values(rest), others].flatMap((group) => Object.values(group))
    expect(all.filter((word) => word !== word.trim() || /\s{2}/u.test(word))).toEqual([])
    expect(colon, locale).toMatch(/^\s?[:：] ?$/u)
  }
})
