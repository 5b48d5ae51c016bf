import { expect, test } from 'vitest'
import type { Content, Phrasing } from '../../model/document/text.ts'
import { tokensOf } from '../../electron/exchange/bilingual/code.ts'
import { nextCode, numberedCodes } from '../../model/workflow/codes.ts'

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

const next = (target: Content): Phrasing | undefined => nextCode(source, target)?.code
const bold = (...children: Phrasing[]): Phrasing => ({ type: 'strong', children })
const link = (url: string): Phrasing => ({ type: 'link', url, children: [text('here')] })

test('the next code is the first of the source that the translation lacks, wherever it stands there', () => {
  expect(next([])).toEqual(fact('a'))
  expect(next([fact('a')])).toEqual(bold(fact('b')))
  expect(next([fact('a'), bold(text('vet'))])).toEqual(fact('b'))
  expect(next([bold(fact('b')), text(' van '), fact('a')])).toEqual(fact('a'))
  expect(next([fact('a'), fact('a'), bold(fact('b'))])).toEqual(note)
})

test('where nothing is lacking there is none, whatever else stands there', () => {
  expect(next([...source, fact('c')])).toBeUndefined()
  expect(nextCode([text('words'), { type: 'break' }], [])).toBeUndefined()
})

test('a link with another address, code with other signs and a passage for others are lacking', () => {
  const internal: Phrasing = { type: 'passage', audience: 'internal', children: [text('us')] }
  const code: Phrasing = { type: 'inlineCode', value: 'rm' }
  const all = [link('https://a.example/'), code, internal]
  expect(nextCode(all, all)).toBeUndefined()
  expect(nextCode(all, [link('https://b.example/'), code, internal])?.code).toEqual(all[0])
  expect(nextCode(all, [all[0]!, { ...code, value: 'mv' }, internal])?.code).toEqual(code)
  expect(nextCode(all, [all[0]!, code, { ...internal, audience: 'customer' }])?.code).toEqual(
    internal,
  )
})

const numbers = (content: readonly { readonly number: number }[]): number[] =>
  content.map(({ number }) => number)

test('codes have the numbers of the source in the translation, in whatever order they stand there', () => {
  const target: Content = [note, text(' '), fact('a'), bold(text('van '), fact('b')), fact('c')]
  const numbered = numberedCodes(source, target)
  expect(numbers(numbered.source)).toEqual([1, 2, 3, 4, 5])
  expect(numbers(numbered.target)).toEqual([5, 1, 2, 3, 6])
  expect(numbered.target.map(({ start, end }) => [start, end])).toEqual([
    [0, 1],
    [2, 3],
    [3, 8],
    [7, 8],
    [8, 9],
  ])
})

test('the numbers are those under which the codes leave for translators, breaks counted', () => {
  const lines: Content = [
    fact('a'),
    { type: 'break' },
    bold(text('x'), { type: 'break' }, note),
    link('https://a.example/'),
  ]
  const left = tokensOf(lines, []).source.flatMap((token) =>
    token.kind === 'text' || token.kind === 'close' || token.code.shell === '{"type":"break"}'
      ? []
      : [Number(token.code.id)],
  )
  expect(numbers(numberedCodes(lines, []).source)).toEqual(left)
  expect(left).toEqual([1, 3, 5, 6])
})
