import { expect, test } from 'vitest'
import { textLanguage } from '../../../../locales/text-language.ts'
import { checkMemory } from '../../../../model/checks/translation/memory.ts'
import { pairOf } from '../../../../model/checks/translation/pair.ts'
import { checkPair } from '../../../../model/checks/translation/quality.ts'
import sentences from '../../../fixtures/sentences.json' with { type: 'json' }

const rows: readonly Readonly<Record<string, string>>[] = sentences
const pairs = rows.map((row) =>
  pairOf(
    [{ type: 'text', value: row['en']! }],
    [{ type: 'text', value: `${row['nl']!} ` }],
    textLanguage('en'),
    textLanguage('nl'),
  ),
)

test('a pair is looked at once, and one that changed again', () => {
  const memory = checkMemory(100)
  const first = pairs.map((pair) => memory.check(pair))
  expect(first).toEqual(pairs.map((pair) => checkPair(pair)))
  expect(first.flat().length).toBeGreaterThan(pairs.length - 1)
  expect(memory.looked()).toBe(pairs.length)
  expect(pairs.map((pair) => memory.check({ ...pair }))).toEqual(first)
  expect(memory.looked()).toBe(pairs.length)
  const changed = pairOf(pairs[0]!.source, pairs[1]!.target, pairs[0]!.from, pairs[0]!.to)
  memory.check(changed)
  expect(memory.looked()).toBe(pairs.length + 1)
})

test('what was asked for longest ago is forgotten first', () => {
  const memory = checkMemory(2)
  for (const at of [0, 1, 0, 2, 0]) memory.check(pairs[at]!)
  expect(memory.looked()).toBe(3)
  memory.check(pairs[1]!)
  expect(memory.looked()).toBe(4)
})
