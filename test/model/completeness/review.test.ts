import { expect, test } from 'vitest'
import {
  READER_QUESTIONS,
  withAnswer,
  withoutAnswer,
  type Answer,
} from '../../../model/document/answer.ts'
import { reviewAnswers } from '../../../model/completeness/review.ts'
import {
  blankEntry,
  blankPostmortem,
  blankSection,
  paragraphBlock,
  unitText,
} from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { apply, inverseAll, applyAll, stateOf } from '../../../model/document/state.ts'
import { documentForAudience } from '../../../model/units/audience-view.ts'

function documentOf(blocks: readonly Block[], answers?: readonly Answer[]): Postmortem {
  const blank = blankPostmortem('en', 'A title')
  return {
    ...blank,
    metadata: { ...blank.metadata, ...(answers ? { answers: [...answers] } : {}) },
    sections: [{ ...blankSection('prose', 'a0', 'All of it'), blocks: [...blocks] }],
  }
}
const reviewOf = (document: Postmortem, question: (typeof READER_QUESTIONS)[number]) =>
  reviewAnswers(document).find((reviewed) => reviewed.question === question)

test('every question is open in a postmortem that says nothing', () => {
  const reviewed = reviewAnswers(documentOf([]))
  expect(reviewed.map(({ question }) => question)).toEqual(READER_QUESTIONS)
  expect(reviewed.every(({ state }) => state === 'open')).toBe(true)
})

test('a passage is suggested by what the structure says of it, and only where it says something', () => {
  const unknown = {
    ...blankEntry('finding', 'a0'),
    statement: unitText('Nobody knows yet.'),
    outcome: 'unknown' as const,
  }
  const event = { ...blankEntry('event', 'a1'), text: unitText('An alert came in.') }
  const replacing = { ...unknown, ...paragraphless('a2'), replaces: 'We said 40.' }
  const document = documentOf([unknown, event, replacing, blankEntry('action', 'a3')])
  expect(reviewOf(document, 'still-unknown')).toMatchObject({ suggestion: unknown.id })
  expect(reviewOf(document, 'known-when')).toMatchObject({ suggestion: event.id })
  expect(reviewOf(document, 'said-before')).toMatchObject({ suggestion: replacing.id })
  expect(reviewOf(document, 'changing')).toMatchObject({ state: 'open', suggestion: null })
})

function paragraphless(order: string) {
  const { id, statement } = blankEntry('finding', order)
  return { id, order, statement: { ...statement, content: unitText('It was 60.').content } }
}

test('a passage that only some may see is no suggestion, and as an answer says whom it answers', () => {
  const block = {
    ...blankEntry('event', 'a0'),
    text: unitText('Known at nine.'),
    audience: 'regulator' as const,
  }
  expect(reviewOf(documentOf([block]), 'known-when')).toMatchObject({ suggestion: null })
  const answered = documentOf(
    [block],
    [{ kind: 'passage', question: 'known-when', block: block.id }],
  )
  expect(reviewOf(answered, 'known-when')).toEqual({
    question: 'known-when',
    state: 'answered',
    block: block.id,
    audience: 'regulator',
  })
})

test('an answer is lost with its passage, and when the passage is emptied', () => {
  const answers: Answer[] = [{ kind: 'passage', question: 'by-when', block: 'p1' }]
  const passage = (text: string): Block => {
    const block = paragraphBlock('a0', text)
    if (block.kind !== 'prose' || block.node.type !== 'paragraph') throw new Error('a paragraph')
    return { ...block, id: 'p1', node: { ...block.node, data: { id: 'p1' } } }
  }
  expect(reviewOf(documentOf([passage('By May.')], answers), 'by-when')?.state).toBe('answered')
  expect(reviewOf(documentOf([passage(' ')], answers), 'by-when')?.state).toBe('lost')
  expect(reviewOf(documentOf([], answers), 'by-when')?.state).toBe('lost')
})

test('a question has one answer at most: a decision takes the place of a passage, and undo brings it back', () => {
  const first: Answer = { kind: 'passage', question: 'accountable', block: 'b1' }
  const other: Answer = { kind: 'passage', question: 'changing', block: 'b1' }
  const declined: Answer = { kind: 'declined', question: 'accountable', reason: 'The court asks.' }
  const answers = withAnswer([first, other], declined)
  expect(answers).toEqual([other, declined])
  expect(withoutAnswer(answers, 'accountable')).toEqual([other])

  const before = stateOf(documentOf([], [first, other]), [])
  const change = {
    type: 'metadata.put' as const,
    metadata: { ...before.document.metadata, answers },
  }
  const after = apply(before, change)
  expect(reviewOf(after.document, 'accountable')).toEqual({
    question: 'accountable',
    state: 'declined',
    reason: 'The court asks.',
  })
  expect(applyAll(after, inverseAll(before, [change]))).toEqual(before)
})

test('no audience gets the answers, the reasons or the name of the template', () => {
  const document = documentOf(
    [],
    [{ kind: 'declined', question: 'accountable', reason: 'The court asks.' }],
  )
  const templated = { ...document, metadata: { ...document.metadata, template: 'outage' as const } }
  for (const audience of ['public', 'internal'] as const) {
    const cut = JSON.stringify(documentForAudience(templated, audience))
    expect(cut).not.toContain('The court asks.')
    expect(cut).not.toContain('outage')
  }
})
