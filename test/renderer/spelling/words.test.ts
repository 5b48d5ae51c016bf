import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../renderer/spelling/words.ts'

const SCRIPT = /^[\p{Script=Latn}\p{M}'\u2019\u2018·-]+$/u
const words = (text: string, locale = 'en'): string[] =>
  wordsIn(text, new Intl.Segmenter(locale, { granularity: 'word' }), SCRIPT).map(
    (word) => word.text,
  )

describe('the words that a dictionary is asked about', () => {
  it('are those that stand in a text, each at its place', () => {
    const text = 'A key, once writen, stays.'
    const found = wordsIn(text, new Intl.Segmenter('en', { granularity: 'word' }), SCRIPT)
    expect(found.map((word) => word.text)).toEqual(['key', 'once', 'writen', 'stays'])
    for (const word of found) expect(text.slice(word.start, word.end)).toBe(word.text)
  })

  it('keep their apostrophes, and those that hyphens join are one', () => {
    expect(words('the attacker’s well-known key')).toEqual([
      'the',
      'attacker’s',
      'well-known',
      'key',
    ])
    expect(words('foto’s en e-mailadres', 'nl')).toEqual(['foto’s', 'en', 'e-mailadres'])
  })

  it('are no numbers, names in capitals, products, addresses or files', () => {
    expect(
      words(
        'SAML of GitHub on 3 May: see https://example.org/acces, ask soc@example.org, open /etc/pasword or key.pemm, a v2x',
      ),
    ).toEqual(['of', 'on', 'May', 'see', 'ask', 'open', 'or'])
  })

  it('are none of another script', () => {
    expect(words('the word 鍵 and مفتاح')).toEqual(['the', 'word', 'and'])
  })
})
