import { expect, test } from 'vitest'
import { stateOf } from '../../../model/document/state.ts'
import type { Content } from '../../../model/document/text.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { chip, numberFact, sound, told } from './state.ts'

const passage = (value: string): Content => [
  { type: 'text', value: 'It stopped ' },
  { type: 'passage', audience: 'internal', children: [{ type: 'text', value }] },
  { type: 'text', value: '.' },
]

function state(source: Content, target: Content, madeFrom = source) {
  const { document, paragraph, section } = sound()
  const translation = (unit: string, content: Content, from: Content): Translation => ({
    unit,
    locale: 'nl',
    content,
    state: 'reviewed',
    origin: 'human',
    sourceHash: contentHash(from),
    changedAt: '2026-01-01T00:00:00Z',
  })
  const node = { type: 'paragraph' as const, data: { id: paragraph.id }, children: source }
  const blocks = [{ ...paragraph, kind: 'prose' as const, node }] as typeof section.blocks
  return stateOf({ ...document, locales: ['nl'], sections: [{ ...section, blocks }] }, [
    translation(document.title.id, document.title.content, document.title.content),
    translation(section.heading.id, section.heading.content, section.heading.content),
    translation(paragraph.id, target, madeFrom),
  ])
}

test('a translation with the passages of its source is fine, for everybody', () => {
  const same = state(passage('at Bob’s'), passage('bij Bob'))
  for (const audience of [undefined, 'public', 'internal'] as const)
    expect(told(same, { audience })).toEqual([])
})

test('a translation that lost or added a passage is an error, and outside it counts as none', () => {
  const plain: Content = [{ type: 'text', value: 'Het stopte bij Bob.' }]
  const lost = state(passage('at Bob’s'), plain)
  expect(told(lost)).toEqual(['passage-differs error nl text'])
  expect(told(lost, { audience: 'public' })).toEqual([
    'untranslated error nl text',
    'passage-differs error nl text',
  ])
  expect(told(state(plain, passage('bij Bob')))).toEqual(['passage-differs error nl text'])
})

test('a translation made from another passage is stale for every audience: it has a half that nobody compared', () => {
  const moved = state(passage('at Eve’s'), passage('bij Bob'), passage('at Bob’s'))
  for (const audience of [undefined, 'public'] as const)
    expect(told(moved, { audience })).toEqual(['stale warning nl text'])
})

test('an internal fact may stand in an internal passage, and not beside it', () => {
  const facts = [numberFact('reach', { audience: 'internal' })]
  const inside: Content = [
    { type: 'text', value: 'Customers' },
    { type: 'passage', audience: 'internal', children: [chip('reach')] },
  ]
  const of = (content: Content) => {
    const made = state(content, content)
    return { ...made, document: { ...made.document, locales: [], facts } }
  }
  expect(told(of(inside))).toEqual([])
  expect(told(of([...inside, chip('reach')]))).toEqual(['fact-withheld error en text'])
})
