import { expect, test } from 'vitest'
import { runChecks } from '../../../model/checks/run.ts'
import { ENTRY_KINDS } from '../../../model/document/entry.ts'
import { blankSection } from '../../../model/document/blank.ts'
import {
  blankEntry,
  labelled,
  paragraphBlock,
  sound,
  stateOf,
  told,
  unitText,
  withBlock,
} from './state.ts'

test('a document with a title and a sentence has no problem', () => {
  expect(told(stateOf(sound().document))).toEqual([])
})

test('a title and a section must be there', () => {
  const { document } = sound()
  expect(told(stateOf({ ...document, title: { ...document.title, content: [] } }))).toEqual([
    'missing error - title title',
  ])
  expect(told(stateOf({ ...document, sections: [] }))).toEqual(['missing error - - section'])
})

test('a question without an answer, a measure without a value and an event without a time are warned of', () => {
  const { document } = sound()
  const question = { ...blankEntry('question', 'a0'), question: unitText('Was mail lost?') }
  const measure = { ...blankEntry('measure', 'a0'), label: unitText('Mailboxes') }
  const event = { ...blankEntry('event', 'a0'), text: unitText('The disk filled up.') }
  expect(told(stateOf(withBlock(document, question)))).toEqual(['missing warning - answer answer'])
  expect(told(stateOf(withBlock(document, measure)))).toEqual(['missing warning - potential value'])
  expect(told(stateOf(withBlock(document, event)))).toEqual(['missing warning - when when'])
  expect(runChecks(stateOf(withBlock(document, question)), { labelled })[0]).toMatchObject({
    unit: question.answer.id,
    params: { text: 'Was mail lost?' },
  })
})

test('what is stated is not missing', () => {
  const { document } = sound()
  const event = {
    ...blankEntry('event', 'a0'),
    text: unitText('The disk filled up.'),
    when: { kind: 'date' as const, date: '2022-01-21' },
  }
  expect(told(stateOf(withBlock(document, event)))).toEqual([])
})

test('attributes that nobody stated are no problem: an imported finding or action is sound', () => {
  const { document } = sound()
  const finding = { ...blankEntry('finding', 'a0'), statement: unitText('A disk was full.') }
  const action = { ...blankEntry('action', 'a0'), text: unitText('Watch the disk.') }
  expect(told(stateOf(withBlock(document, finding)))).toEqual([])
  expect(told(stateOf(withBlock(document, action)))).toEqual([])
})

test.each(ENTRY_KINDS)('an empty %s is warned of, once', (kind) => {
  const { document } = sound()
  const problems = runChecks(stateOf(withBlock(document, blankEntry(kind, 'a0'))), { labelled })
  expect(problems).toMatchObject([
    { rule: 'empty', severity: 'warning', params: { context: kind } },
  ])
})

test('a section in which nothing is written is warned of; a blank paragraph beside others is not', () => {
  const { document, section } = sound()
  const heading = { ...blankSection('lessons', 'a3', 'Lessons'), blocks: [] }
  const blank = { ...heading, blocks: [paragraphBlock('a0', '  ')] }
  for (const hollow of [heading, blank])
    expect(told(stateOf({ ...document, sections: [section, hollow] }))).toEqual([
      'empty warning - heading headed',
    ])
  const roomy = { ...section, blocks: [...section.blocks, paragraphBlock('a1')] }
  expect(told(stateOf({ ...document, sections: [roomy] }))).toEqual([])
})

test('code says something although it is not a unit', () => {
  const { document } = sound()
  const code = (value: string) => ({
    id: 'code',
    order: 'a0',
    audience: 'public' as const,
    kind: 'prose' as const,
    node: { type: 'code' as const, value },
  })
  expect(told(stateOf(withBlock(document, code('df -h'))))).toEqual([])
  expect(told(stateOf(withBlock(document, code(' '))))).toEqual(['empty warning - heading headed'])
})
