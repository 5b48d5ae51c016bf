import { expect, test } from 'vitest'
import type { Content } from '../../../../model/document/text.ts'
import { readPieces } from '../../../../renderer/views/translate/difference-text.ts'

const source: Content = [
  { type: 'fact', fact: 'a', form: 'long' },
  { type: 'text', value: ' of ' },
  { type: 'fact', fact: 'b', form: 'long' },
]

test('a difference reads the facts of the text at hand in their order, and those that went as a dot', () => {
  const pieces = readPieces(
    [
      { kind: 'kept', text: '\u{FFFC} of ' },
      { kind: 'removed', text: 'the \u{FFFC}' },
      { kind: 'added', text: '\u{FFFC}' },
    ],
    source,
    (code) => (code.type === 'fact' ? code.fact : ''),
  )
  expect(pieces.map(({ text }) => text)).toEqual(['a of ', 'the …', 'b'])
})
