import { expect, test } from 'vitest'
import { blankEntry, unitText } from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { DocumentState } from '../../../model/document/state.ts'
import { numberFact, sound, told } from './state.ts'

/** The sound postmortem with these blocks besides, and the facts `many` (366) and `few` (2). */
function having(...blocks: Block[]): DocumentState {
  const { document, section, paragraph } = sound()
  return {
    document: {
      ...document,
      sections: [{ ...section, blocks: [paragraph, ...blocks] }],
      facts: [
        numberFact('many', { status: 'potential' }),
        numberFact('few', { value: { kind: 'number', value: '2', unit: null, currency: null } }),
        numberFact('minutes', { value: { kind: 'duration', duration: 'PT5M' } }),
        numberFact('inside', { audience: 'internal' }),
      ],
    },
    translations: new Map(),
  }
}

const measure = (potential: string | null, confirmed: string | null): Block => ({
  ...blankEntry('measure', 'a1'),
  label: unitText('Mailboxes'),
  potential,
  confirmed,
})

test('a measure that confirms more than was possible, or something else, is warned of', () => {
  expect(told(having(measure('many', 'few')))).toEqual([])
  expect(told(having(measure('many', 'many')))).toEqual([])
  expect(told(having(measure('few', 'many')))).toEqual(['reach warning - confirmed exceeds'])
  expect(told(having(measure('many', 'minutes')))).toEqual(['reach warning - confirmed differ'])
  expect(told(having(measure('many', null)))).toEqual([])
})

test('a link that leads nowhere is warned of, and one that a reader does not see is none', () => {
  const finding: Block = { ...blankEntry('finding', 'a1'), statement: unitText('It stopped.') }
  const lesson = (...links: string[]): Block => ({
    ...blankEntry('lesson', 'a2'),
    text: unitText('Watch it.'),
    links,
  })
  expect(told(having(finding, lesson(finding.id)))).toEqual([])
  expect(told(having(lesson(finding.id)))).toEqual(['link-lost warning - links'])
  expect(told(having({ ...finding, supersedes: 'gone' } as Block))).toEqual([
    'link-lost warning - supersedes',
  ])
  const inside: Block = { ...finding, audience: 'internal' }
  expect(told(having(inside, lesson(inside.id)), { audience: 'public' })).toEqual([])
})
