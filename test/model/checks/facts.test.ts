import { expect, test } from 'vitest'
import { runChecks } from '../../../model/checks/run.ts'
import type { Block } from '../../../model/document/block.ts'
import { documentForAudience } from '../../../model/units/audience-view.ts'
import { documentInLocale } from '../../../model/units/locale-view.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import {
  blankEntry,
  chip,
  labelled,
  numberFact,
  paragraphBlock,
  sound,
  stateOf,
  told,
  translated,
  unitText,
  withBlock,
} from './state.ts'

const naming = (fact: string, more: Partial<Block> = {}): Block =>
  ({ ...paragraphBlock('a0', [chip(fact)]), ...more }) as Block

test('a text that names a fact which is not there is an error, in the language that names it', () => {
  const document = { ...withBlock(sound().document, naming('gone')), locales: ['nl'] }
  const translations = unitsOf(document).map(({ id, content }) => translated(id, content, 'nl'))
  expect(told(stateOf(document, translations))).toEqual([
    'fact-unknown error en text',
    'fact-unknown error nl text',
  ])
  const mended = { ...document, facts: [numberFact('gone')] }
  expect(told(stateOf(mended, translations))).toEqual([])
})

test('a text that names an unknown fact twice is told of once', () => {
  const twice = paragraphBlock('a0', [chip('gone'), { type: 'text', value: ' ' }, chip('gone')])
  expect(told(stateOf(withBlock(sound().document, twice)))).toHaveLength(1)
})

test('a measure that refers to a fact which is not there is an error', () => {
  const measure = {
    ...blankEntry('measure', 'a0'),
    label: unitText('Tenants'),
    confirmed: 'gone',
  }
  expect(told(stateOf(withBlock(sound().document, measure)))).toEqual([
    'fact-unknown error - confirmed',
  ])
})

test('a public text that names a fact for a narrower circle is an error', () => {
  const document = {
    ...withBlock(sound().document, naming('reach')),
    facts: [numberFact('reach', { audience: 'customer', name: 'Reach' })],
  }
  expect(runChecks(stateOf(document), { labelled })).toMatchObject([
    { rule: 'fact-withheld', severity: 'error', locale: 'en', params: { fact: 'Reach' } },
  ])
})

test('a text for the same circle as its fact is sound, whether its block or its section narrows it', () => {
  const facts = [numberFact('reach', { audience: 'customer' })]
  const narrow = withBlock(sound().document, naming('reach', { audience: 'customer' }))
  expect(told(stateOf({ ...narrow, facts }))).toEqual([])
  const within = withBlock(sound().document, naming('reach'))
  const sections = within.sections.map((section, index) =>
    index === 1 ? { ...section, audience: 'customer' as const } : section,
  )
  expect(told(stateOf({ ...within, sections, facts }))).toEqual([])
})

test('the name of a workstream goes to whoever gets one of its actions', () => {
  const { document } = sound()
  const stream = { id: 'stream', order: 'a0', name: unitText([chip('reach')]) }
  const facts = [numberFact('reach', { audience: 'internal' })]
  const action = (audience: 'public' | 'internal') => ({
    ...blankEntry('action', 'a0'),
    text: unitText('Watch the disk.'),
    workstream: 'stream',
    audience,
  })
  const of = (audience: 'public' | 'internal') =>
    stateOf({ ...withBlock(document, action(audience)), workstreams: [stream], facts })
  expect(told(of('public'))).toEqual(['fact-withheld error en workstream'])
  expect(told(of('internal'))).toEqual([])
})

test('for a build the measure is its audience: a customer page may say what customers may know', () => {
  const document = {
    ...withBlock(sound().document, naming('reach')),
    facts: [numberFact('reach', { audience: 'customer' })],
  }
  expect(told(stateOf(document), { audience: 'public' })).toEqual(['fact-withheld error en text'])
  expect(told(stateOf(document), { audience: 'customer' })).toEqual([])
})

test('where the checks see no withheld fact, the page that goes out has none', () => {
  const document = {
    ...withBlock(sound().document, naming('reach', { audience: 'internal' })),
    facts: [numberFact('reach', { audience: 'internal' })],
  }
  expect(told(stateOf(document), { audience: 'public' })).toEqual([
    'empty warning - heading headed',
  ])
  const page = documentForAudience(documentInLocale(document, new Map(), 'en').document, 'public')
  expect(JSON.stringify(page)).not.toContain('reach')
})
