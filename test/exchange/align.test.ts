import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { align } from '../../electron/exchange/align.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { read, readFixture } from './outline.ts'

const dutch = readFixture('depot-nl.txt', 'nl')
const japanese = readFixture('depot-ja.txt', 'ja')
const sources = unitsOf(dutch)
const targets = unitsOf(japanese)
/** The two texts say the same thing unit by unit, so the n-th unit of one belongs to the n-th of the other. */
const partners = new Map(sources.map(({ id }, at) => [id, targets[at]!.content]))

/** Without a block, and without a workstream that has no action then. */
function withoutBlock(document: Postmortem, id: string): Postmortem {
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => block.id !== id),
  }))
  const used = sections.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'action' ? block.workstream : null)),
  )
  return {
    ...document,
    sections,
    workstreams: document.workstreams.filter((workstream) => used.includes(workstream.id)),
  }
}
const wrong = (pairs: ReadonlyMap<string, Content>) =>
  [...pairs].filter(([unit, content]) => partners.get(unit) !== content)
const blocksOf = ({ sections }: Postmortem) => sections.flatMap(({ blocks }) => blocks)

test('a text and its translation pair unit by unit, with nothing left over', () => {
  expect(sources).toHaveLength(targets.length)
  const { pairs, sourceOnly, targetOnly } = align(dutch, japanese)
  expect(pairs).toEqual(partners)
  expect(sourceOnly).toEqual([])
  expect(targetOnly).toEqual([])
})

test('whatever the translation leaves out is reported and shifts nothing else', () => {
  for (const block of blocksOf(japanese)) {
    const { pairs, sourceOnly, targetOnly } = align(dutch, withoutBlock(japanese, block.id))
    expect(wrong(pairs)).toEqual([])
    expect(targetOnly).toEqual([])
    expect(pairs.size + sourceOnly.length).toBe(sources.length)
    expect(sourceOnly.length).toBeGreaterThan(0)
  }
})

test('whatever the translation adds is reported and shifts nothing else', () => {
  for (const block of blocksOf(dutch)) {
    const { pairs, sourceOnly, targetOnly } = align(withoutBlock(dutch, block.id), japanese)
    expect(wrong(pairs)).toEqual([])
    expect(sourceOnly).toEqual([])
    expect(pairs.size + targetOnly.length).toBe(targets.length)
  }
})

test('a whole section that the translation lacks takes nothing with it', () => {
  for (const { id } of japanese.sections) {
    const { blocks } = japanese.sections.find((section) => section.id === id)!
    const emptied = blocks.reduce((document, block) => withoutBlock(document, block.id), japanese)
    const cut = { ...emptied, sections: emptied.sections.filter((section) => section.id !== id) }
    const { pairs, targetOnly } = align(dutch, cut)
    expect(wrong(pairs)).toEqual([])
    expect(targetOnly).toEqual([])
  }
})

test('an entry pairs with an entry even where one list was recognised and the other was not', () => {
  const source = read('a.txt', 'Title\n\nFindings\n\n- The door was open.\n- Nobody looked.', 'en')
  const target = read('a.txt', 'Titel\n\nWat nu\n\n- De deur stond open.\n- Niemand keek.', 'nl')
  const { pairs } = align(source, target)
  expect([...pairs.values()].map((content) => plainText(content))).toEqual([
    'Titel',
    'Wat nu',
    'De deur stond open.',
    'Niemand keek.',
  ])
})

test('two texts that have nothing in common but their title still answer, and the rest stays alone', () => {
  const source = read('a.md', '# Title\n\n| a | b |\n| - | - |\n| c | d |', 'en')
  const target = read('a.txt', 'Titel\n\nEen alinea zonder tabel.', 'nl')
  const { pairs, sourceOnly, targetOnly } = align(source, target)
  expect(pairs.size).toBe(1)
  expect(sourceOnly).toHaveLength(4)
  expect(targetOnly.map((content) => plainText(content))).toEqual(['Een alinea zonder tabel.'])
})

test('texts of thousands of units are aligned along the diagonal', () => {
  const page = (word: string, skip: number) =>
    Array.from({ length: 2500 }, (_, at) => at)
      .filter((at) => at % 500 !== skip)
      .map((at) => `${word} ${'x'.repeat(at % 37)} number ${String(at)} of them.`)
      .join('\n\n')
  const source = read('a.md', page('Sentence', 1), 'en')
  const target = read('a.md', page('Zin', 2), 'nl')
  const { pairs, sourceOnly, targetOnly } = align(source, target)
  const numberOf = (content: Content) => /number (\d+)/.exec(plainText(content))?.[1]
  const contents = new Map(unitsOf(source).map(({ id, content }) => [id, content]))
  expect(sourceOnly.length + pairs.size).toBe(2495)
  expect(targetOnly.length + pairs.size).toBe(2495)
  const crossed = [...pairs].filter(
    ([id, content]) => numberOf(contents.get(id)!) !== numberOf(content),
  )
  expect(crossed.length).toBeLessThan(40)
})

test('of any two texts no pair crosses another, and every unit is paired or reported once', () => {
  const words = fc.constantFrom(
    'Door',
    'The door was open.',
    '扉が開いていました。',
    '2024 and 14',
    'a:',
  )
  const line = fc
    .tuple(fc.constantFrom('', '- ', '1. ', '# ', '## Lessons\n\n', '> '), words)
    .map(([sign, text]) => sign + text)
  const page = fc.array(line, { minLength: 1, maxLength: 20 }).map((lines) => lines.join('\n\n'))
  fc.assert(
    fc.property(page, page, (one, other) => {
      const source = read('a.md', one, 'en')
      const target = read('a.md', other, 'ja')
      const { pairs, sourceOnly, targetOnly } = align(source, target)
      const order = unitsOf(target).map(({ content }) => content)
      const places = unitsOf(source)
        .filter(({ id }) => pairs.has(id))
        .map(({ id }) => order.indexOf(pairs.get(id)!))
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
      expect(places).not.toContain(-1)
      expect(pairs.size + sourceOnly.length).toBe(unitsOf(source).length)
      expect(pairs.size + targetOnly.length).toBe(order.length)
    }),
  )
})
