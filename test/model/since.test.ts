import { expect, test } from 'vitest'
import { factWords, publicationWords } from '../../locales/publication-words.ts'
import { blankPostmortem, blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import type { Fact } from '../../model/document/fact.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Content } from '../../model/document/text.ts'
import type { Version } from '../../model/history/version.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { sourcesSince, startOfDate, versionAt } from '../../model/workflow/since.ts'

const words = factWords(publicationWords('en')!)
const blank = blankPostmortem('en', 'A key in a log')

const fact = (value: string): Fact => ({
  id: 'tenants',
  name: 'Tenants',
  value: { kind: 'number', value, unit: null, currency: null },
  bound: 'exactly',
  status: 'confirmed',
  audience: 'public',
  evidence: '',
  replaces: null,
})

const text = (value: string): Content => [{ type: 'text', value }]
const paragraph = (id: string, order: string, children: Content): Block => ({
  ...paragraphBlock(order, ''),
  id,
  kind: 'prose',
  node: { type: 'paragraph', data: { id }, children: children as never },
})

const section = { ...blankSection('prose', 'a', 'What happened'), id: 'section' }
const withBlocks = (blocks: readonly Block[], tenants = '2'): Postmortem => ({
  ...blank,
  facts: [fact(tenants)],
  sections: [{ ...section, blocks: [...blocks] }],
})
const read = (then: Postmortem | null, now: Postmortem): string[] =>
  sourcesSince(then, now, words).map(
    ({ unit, kind, extent, pieces }) =>
      `${unit} ${kind} ${extent}: ${pieces
        .map(
          ({ kind: of, text: said }) =>
            ({ kept: said, added: `{+${said}+}`, removed: `[-${said}-]` })[of],
        )
        .join('')}`,
  )

const THEN = withBlocks([
  paragraph('one', 'a', text('A key was written to a log.')),
  paragraph('two', 'b', text('Nobody read it for two days.')),
  paragraph('three', 'c', text('We said "no".')),
  paragraph('four', 'd', [...text('It held '), { type: 'fact', fact: 'tenants', form: 'long' }]),
  paragraph('five', 'e', text('Read our guide.')),
])

test('what came, went or became another is told in the order of the text, word by word', () => {
  const now = withBlocks([
    paragraph('two', 'a', text('Nobody read it for three days.')),
    paragraph('new', 'b', text('We withdrew it.')),
    paragraph('three', 'c', text('We said “no”.')),
    paragraph('four', 'd', [...text('It held '), { type: 'fact', fact: 'tenants', form: 'long' }]),
    paragraph('five', 'e', [
      ...text('Read our '),
      { type: 'strong', children: text('guide') },
      ...text('.'),
    ]),
  ])
  expect(read(THEN, now)).toEqual([
    'one removed words: [-A key was written to a log.-]',
    'two changed words: Nobody read it for [-two-]{+three+} days.',
    'new added words: {+We withdrew it.+}',
    'three changed signs: We said [-"-]{+“+}no[-"-]{+”+}.',
    'five changed marks: Read our guide.',
  ])
})

test('a text that only moved, and one that is the same, say nothing new', () => {
  const [section1] = THEN.sections
  const turned = { ...THEN, sections: [{ ...section1!, blocks: section1!.blocks.toReversed() }] }
  expect(read(THEN, structuredClone(THEN))).toEqual([])
  expect(read(THEN, turned)).toEqual([])
})

test('a fact that has another value is told of the texts that read it out', () => {
  const [section1] = THEN.sections
  expect(read(THEN, withBlocks(section1!.blocks, '366'))).toEqual([
    'four changed value: It held [-2-]{+366+}',
  ])
})

test('where there was no document, all of it came; a text that was emptied went', () => {
  expect(read(null, THEN)).toHaveLength(unitsOf(THEN).length)
  const emptied = withBlocks([paragraph('one', 'a', [])])
  expect(read(withBlocks([paragraph('one', 'a', text('A key.'))]), emptied)).toEqual([
    'one removed words: [-A key.-]',
  ])
})

test('a moment has the last version that was saved by then', () => {
  const version = (number: number, at: string): Version => ({
    number,
    since: at,
    at,
    author: '',
    name: null,
    changed: 0,
  })
  const versions = [version(3, '2026-11-03T10:00:00.000Z'), version(1, '2026-11-01T10:00:00.000Z')]
  const at = (instant: string) => versionAt(versions, instant)?.number
  expect(at('2026-11-03T10:00:00.000Z')).toBe(3)
  expect(at('2026-11-03T09:59:59.999Z')).toBe(1)
  expect(at('2026-10-31T00:00:00.000Z')).toBeUndefined()
})

test('a date begins with its first moment here, also one that is known to the month alone', () => {
  expect(startOfDate('2026-11-30')).toBe(new Date(2026, 10, 30).toISOString())
  expect(startOfDate('2026-11')).toBe(new Date(2026, 10, 1).toISOString())
  expect(startOfDate('2026')).toBe(new Date(2026, 0, 1).toISOString())
})
