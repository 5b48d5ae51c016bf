import { expect, test } from 'vitest'
import { textLanguage } from '../../../../locales/text-language.ts'
import type { Content } from '../../../../model/document/text.ts'
import { pairOf } from '../../../../model/checks/translation/pair.ts'
import { spacing } from '../../../../model/checks/translation/spacing.ts'

const text = (value: string): Content => [{ type: 'text', value }]
const said = (target: Content): (string | number | undefined)[][] =>
  spacing(pairOf(text('A key.'), target, textLanguage('en'), textLanguage('nl'))).map(
    ({ rule, params }) => [rule, params['text']],
  )

test('a sentence about spaces shows each of them, with the words around', () => {
  expect(said(text('Een  sleutel.'))).toEqual([['space-double', 'Een␣␣sleutel.']])
  expect(said(text(' Een sleutel. '))).toEqual([
    ['space-edge', '␣Een sleutel. '],
    ['space-edge', ' Een sleutel.␣'],
  ])
})

test('of a long text it shows the place, and facts and notes as a dot', () => {
  const words = 'De sleutel werd op een dag in een logboek geschreven'
  expect(said([...text(`${words} en   daarna door niemand meer gelezen. ${words}`)])).toEqual([
    ['space-double', '…en logboek geschreven en␣␣␣daarna door niemand meer…'],
  ])
  const fact: Content = [
    { type: 'fact', fact: 'tenants', form: 'long' },
    { type: 'footnoteReference', note: 'n' },
  ]
  expect(said([...fact, ...text('  namen.')])).toEqual([['space-double', '…␣␣namen.']])
})
