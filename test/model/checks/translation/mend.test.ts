import { expect, test } from 'vitest'
import { consistency } from '../../../../model/checks/translation/consistency.ts'
import { mended } from '../../../../model/checks/translation/mend.ts'
import type { Content } from '../../../../model/document/text.ts'

const content: Content = [
  { type: 'text', value: 'We lost  ' },
  { type: 'strong', children: [{ type: 'text', value: '1,234' }] },
  { type: 'fact', fact: 'f', form: 'long' },
  { type: 'text', value: ' rows ' },
]

test('what is mended keeps its marks, and facts stay where they are', () => {
  expect(
    mended(content, [
      { start: 7, end: 9, text: ' ' },
      { start: 9, end: 14, text: '1.234' },
      { start: 20, end: 21, text: '' },
      { start: 21, end: 21, text: '.' },
    ]),
  ).toEqual([
    { type: 'text', value: 'We lost ' },
    { type: 'strong', children: [{ type: 'text', value: '1.234' }] },
    { type: 'fact', fact: 'f', form: 'long' },
    { type: 'text', value: ' rows.' },
  ])
})

test('an edit never takes a fact out', () => {
  expect(mended(content, [{ start: 9, end: 21, text: '' }])).toEqual([
    { type: 'text', value: 'We lost  ' },
    { type: 'fact', fact: 'f', form: 'long' },
  ])
})

test('a mark is put behind a fact at the end of a text', () => {
  const fact: Content = [{ type: 'fact', fact: 'f', form: 'long' }]
  expect(mended(fact, [{ start: 1, end: 1, text: '.' }])).toEqual([
    ...fact,
    { type: 'text', value: '.' },
  ])
})

test('the index knows at every moment who says the same in another way', () => {
  const index = consistency()
  index.put('a', 'source 1', 'target 1')
  index.put('b', 'source 1', 'target 2')
  index.put('c', 'source 2', 'target 2')
  expect(index.otherTranslations('a')).toEqual(['b'])
  expect(index.otherSources('b')).toEqual(['c'])
  index.put('b', 'source 1', 'target 1')
  expect(index.otherTranslations('a')).toEqual([])
  expect(index.otherSources('c')).toEqual([])
  index.remove('b')
  expect(index.otherTranslations('b')).toEqual([])
})
