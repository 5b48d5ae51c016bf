import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FACT, isCharacter, spacedWords, termsOf, tokensOf } from '../../../model/memory/tokens.ts'

const all = (text: string, locale = 'en') => [...tokensOf(text, locale)]

test('words of ASCII are those that Intl.Segmenter finds', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const ascii = fc.string({
    unit: fc.constantFrom(...'aZ09_.,:;\'"- \n/@#(E'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(ascii, (text) => {
      const wanted = [...segmenter.segment(text)]
        .filter(({ isWordLike, segment }) => isWordLike === true && /[A-Za-z0-9]/.test(segment))
        .map(({ segment }) => segment)
      expect([...spacedWords(text, 'en')]).toEqual(wanted)
    }),
    { numRuns: 3000 },
  )
})

test('case, width, punctuation and the value of a number make no difference', () => {
  expect(all('The API answered 12,345 times.')).toEqual(all('the ＡＰＩ answered 7 times'))
  expect(all(`The API answered ${FACT} times.`)).toEqual(all('The API answered ١٢ times.'))
  expect(all('12ページ', 'ja')).toEqual(all('3ページ', 'ja'))
})

test('the script decides what a token is, in one text too', () => {
  const tokens = [...tokensOf('APIキーが漏えい', 'ja')]
  expect(tokens.map(isCharacter)).toEqual([false, ...Array.from('キーが漏えい', () => true)])
  expect([...tokensOf('キー', 'en')]).toEqual([...tokensOf('キー', 'ja')])
  expect([...tokensOf('서버가 멈췄다', 'ko')]).toHaveLength(2)
})

test('characters are found by pairs, words by themselves, and one alone by itself', () => {
  expect(termsOf(tokensOf('漏えい', 'ja'))).toMatchObject({ edits: 2 })
  expect(termsOf(tokensOf('漏えい', 'ja')).terms.size).toBe(2)
  expect(termsOf(tokensOf('漏', 'ja')).terms.size).toBe(1)
  expect(termsOf(tokensOf('one two two', 'en'))).toMatchObject({ edits: 1 })
  expect(termsOf(tokensOf('one two two', 'en')).terms.size).toBe(2)
})
