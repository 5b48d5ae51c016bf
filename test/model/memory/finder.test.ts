import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from '../../../model/memory/distance.ts'
import { createFinder } from '../../../model/memory/finder.ts'
import { wordScore } from '../../../model/memory/score.ts'
import { BORDER, tokensOf } from '../../../model/memory/tokens.ts'

const tokens = fc
  .array(fc.integer({ min: 2, max: 9 }), { maxLength: 14 })
  .map((all) => Uint32Array.from(all))

function plainDistance(a: Uint32Array, b: Uint32Array): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [y, token] of a.entries()) {
    const next = [y + 1]
    for (let x = 1; x <= b.length; x++)
      next.push(Math.min(row[x]! + 1, next[x - 1]! + 1, row[x - 1]! + (token === b[x - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

test('the band of the distance leaves nothing out', () => {
  fc.assert(
    fc.property(tokens, tokens, fc.nat(16), (a, b, most) => {
      expect(distance(a, b, most)).toBe(Math.min(plainDistance(a, b), most + 1))
    }),
    { numRuns: 3000 },
  )
})

const WORDS =
  'the mail server key was not out of date in our log for an hour and we saw it late'.split(' ')
const CHARACTERS = [...'鍵が漏れた時間を記録する当社の監視']

/** Texts by a generator of numbers that is the same each time, many of them near to another. */
function textsOf(count: number, units: readonly string[], glue: string): string[] {
  let seed = 11
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 0x100000000) * below)
  }
  const texts: string[] = []
  while (texts.length < count) {
    const near =
      texts.length > 20 && next(3) > 0 ? texts[next(texts.length)]!.split(glue) : undefined
    const parts = near ?? Array.from({ length: 3 + next(14) }, () => units[next(units.length)]!)
    if (near) parts[next(parts.length)] = units[next(units.length)]!
    texts.push(parts.join(glue))
  }
  return texts
}

test.each([
  ['words', WORDS, ' ', 'en'],
  ['characters', CHARACTERS, '', 'ja'],
] as const)('finds the best of all by its %s', (_, units, glue, locale) => {
  const texts = textsOf(6200, units, glue).map((text) => tokensOf(text, locale))
  const all = texts.slice(0, 6000)
  const finder = createFinder()
  for (const [entry, text] of all.entries()) finder.put(entry, text)
  const gone = new Set([0, 100, 5999])
  for (const entry of gone) finder.remove(entry)
  for (const query of texts.slice(6000)) {
    const best = Math.max(
      0,
      ...all.map((text, entry) => (gone.has(entry) ? 0 : wordScore(query, text, 70))),
    )
    const scores = finder.find({ tokens: query, least: 70, limit: 5 }).map(({ score }) => score)
    expect(scores[0] ?? 0).toBe(best)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  }
})

test('an entry that is put again stands once, as it is now', () => {
  const finder = createFinder()
  const [mail, key] = [tokensOf('The mail stood still', 'en'), tokensOf('The key was stolen', 'en')]
  finder.put(1, mail)
  finder.put(1, key)
  expect(finder.find({ tokens: mail, least: 70, limit: 5 })).toEqual([])
  expect(finder.find({ tokens: key, least: 70, limit: 5 })).toEqual([
    { entry: 1, sentence: -1, score: 100 },
  ])
  expect(finder.size().entries).toBe(1)
})

test('a sentence inside a longer text is found, and the whole comes first', () => {
  const finder = createFinder()
  const first = tokensOf('We closed the gate at once', 'en')
  const second = tokensOf('Nobody saw it', 'en')
  finder.put(1, Uint32Array.from([...second, BORDER, ...first]))
  finder.put(2, first)
  for (let entry = 10; entry < 6000; entry++)
    finder.put(entry, tokensOf(`Some other words ${'x'.repeat(entry % 50)} of ${entry}`, 'en'))
  finder.remove(10)
  expect(finder.find({ tokens: first, least: 70, limit: 5 })).toEqual([
    { entry: 2, sentence: -1, score: 100 },
    { entry: 1, sentence: 1, score: 100 },
  ])
})
