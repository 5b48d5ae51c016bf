import { expect, test } from 'vitest'
import type { Content } from '../../model/document/text.ts'
import type { Translation } from '../../model/document/translation.ts'
import { contentHash } from '../../model/units/hash.ts'
import { rewritten } from '../../model/units/rewrite.ts'

const text = (value: string): Content => [{ type: 'text', value }]
const translation: Translation = {
  unit: 'u',
  locale: 'nl',
  content: text('Een sleutel'),
  state: 'translated',
  origin: 'memory',
  score: 100,
  sourceHash: contentHash(text('A key')),
  changedAt: '2026-11-01T09:00:00.000Z',
  by: 'mara',
}

test('an edit reopens a confirmed translation, makes it a person’s, and keeps what the translator had', () => {
  const edited = rewritten(translation, text('De sleutel'))
  expect(edited).toMatchObject({ state: 'draft', origin: 'human', content: text('De sleutel') })
  expect(edited.confirmed).toEqual(text('Een sleutel'))
  expect([edited.score, edited.by]).toEqual([undefined, undefined])
  expect(edited.sourceHash).toBe(translation.sourceHash)
})

test('every further edit is seen against the same words, and a draft that nobody confirmed against none', () => {
  const twice = rewritten(rewritten(translation, text('De')), text('De sleutels'))
  expect(twice.confirmed).toEqual(text('Een sleutel'))
  const draft: Translation = { ...translation, state: 'draft' }
  expect(rewritten(draft, text('De')).confirmed).toBeUndefined()
})
