import { expect, test } from 'vitest'
import type { Content, Phrasing } from '../../model/document/text.ts'
import { nextCode } from '../../model/workflow/codes.ts'

const fact = (id: string): Phrasing => ({ type: 'fact', fact: id, form: 'long' })
const note: Phrasing = { type: 'footnoteReference', note: 'n' }
const text = (value: string): Phrasing => ({ type: 'text', value })
const source: Content = [
  fact('a'),
  text(' of '),
  { type: 'strong', children: [fact('b')] },
  fact('a'),
  note,
]

test('the next code is the first of the source that the translation lacks, wherever it stands there', () => {
  expect(nextCode(source, [])).toEqual(fact('a'))
  expect(nextCode(source, [fact('a')])).toEqual(fact('b'))
  expect(nextCode(source, [fact('b'), text(' van '), fact('a')])).toEqual(fact('a'))
  expect(nextCode(source, [fact('a'), fact('a'), fact('b')])).toEqual(note)
})

test('where nothing is lacking there is none, whatever else stands there', () => {
  expect(nextCode(source, [...source, fact('c')])).toBeUndefined()
  expect(nextCode([text('words')], [])).toBeUndefined()
})
