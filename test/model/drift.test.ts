import { expect, test } from 'vitest'
import type { Content } from '../../model/document/text.ts'
import { isMinor } from '../../model/workflow/drift.ts'

const text = (value: string): Content => [{ type: 'text', value }]

test.each([
  ['A "key" - once', 'A “key” – once'],
  ['It was  found. ', 'It was found.'],
  ['Wait...', 'Wait…'],
  ['ﬁles', 'files'],
  ['３時', '3時'],
  ['l’équipe\u202F: non', "l'équipe : non"],
])('%s and %s say the same in other signs', (before, after) => {
  expect(isMinor(text(before), text(after))).toBe(true)
})

test.each([
  ['A key', 'A Key'],
  ['A key', 'A key.'],
  ['resume', 'résumé'],
  ['3 days', '30 days'],
  ['か', 'が'],
])('%s and %s do not', (before, after) => {
  expect(isMinor(text(before), text(after))).toBe(false)
})

test('the form of a fact and a line break say nothing new, another fact and a mark do', () => {
  const fact = (id: string, form: 'long' | 'short'): Content => [{ type: 'fact', fact: id, form }]
  expect(isMinor(fact('f', 'long'), fact('f', 'short'))).toBe(true)
  expect(isMinor(fact('f', 'long'), fact('g', 'long'))).toBe(false)
  expect(isMinor([...text('A'), { type: 'break' }, ...text('key')], text('A key'))).toBe(true)
  expect(isMinor([{ type: 'strong', children: text('A key') }], text('A key'))).toBe(false)
})
