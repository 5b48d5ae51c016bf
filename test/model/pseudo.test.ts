import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../model/document/identifier.ts'
import { factsIn, plainText, type Content } from '../../model/document/text.ts'
import { isPseudo, pseudoText } from '../../model/pseudo/pseudo.ts'
import { tokensOf } from '../../electron/exchange/bilingual/code.ts'

const said = (value: string): Content => [{ type: 'text', value }]
const read = (text: string) => plainText(pseudoText(said(text)), () => '#')

test('letters change, what is no letter stays, and it is longer and in brackets', () => {
  expect(read('The log of 3 gates.')).toMatch(/^\u2045Ţĥë ļöĝ öƒ 3 ĝáţëš\. .+\u2046$/u)
  expect(read('門の記録。')).toBe('\u2045門の記録。 門の記録。 門の記録。\u2046')
  expect(read('12:30')).toBe('\u204512:30\u2046')
})

test('it gets as long as a translation may get', () => {
  for (const [length, growth] of [
    [9, 3],
    [19, 2],
    [49, 1.6],
    [400, 1.3],
  ] as const) {
    const text = 'abcd '.repeat(length).slice(0, length).trim()
    const grown = read(text).length - 2
    expect(grown).toBeGreaterThanOrEqual(text.length * growth)
    expect(grown).toBeLessThanOrEqual(text.length * growth + 6)
  }
})

test('codes, facts and notes stay as they are, and what is for a few does not get into what is for all', () => {
  const [fact, note] = [newId(), newId()]
  const content: Content = [
    { type: 'strong', children: said('One') },
    { type: 'fact', fact, form: 'long' },
    { type: 'inlineCode', value: 'rm -rf' },
    { type: 'link', url: 'https://example.org/', children: said('page') },
    { type: 'footnoteReference', note },
    { type: 'passage', audience: 'internal', children: said('secret') },
  ]
  const made = pseudoText(content)
  const codes = (of: Content) =>
    tokensOf(of, []).source.flatMap((token) =>
      token.kind === 'text' ? [] : [`${token.kind} ${token.code.shell}`],
    )
  expect(codes(made)).toEqual(codes(content))
  expect(factsIn(made)).toEqual([fact])
  expect(plainText(made.slice(-1))).toBe(' Öñëþáĝë Öñëþáĝë\u2046')
})

test('it is known again, and no other text is taken for it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(text.trim() !== '' && !/[\u2045\u2046]/u.test(text))
      expect(isPseudo(said(text))).toBe(false)
      expect(isPseudo(pseudoText(said(text)))).toBe(true)
      // A hand that changes a letter of it does not make a translation of it.
      expect(isPseudo(pseudoText(said(text)).slice(1))).toBe(true)
    }),
  )
})
