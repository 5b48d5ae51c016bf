import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  blankEntry,
  blankPostmortem,
  blankSection,
  paragraphBlock,
  unitText,
} from '../../../../model/document/blank.ts'
import type { Block } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import { newId } from '../../../../model/document/identifier.ts'
import { ordersBetween } from '../../../../model/document/order.ts'
import { PostmortemSchema } from '../../../../model/document/postmortem.ts'
import { applyAll, type DocumentState } from '../../../../model/document/state.ts'
import { plainText, type Content } from '../../../../model/document/text.ts'
import { contentHash } from '../../../../model/units/hash.ts'
import { allUnits } from '../../../../model/units/unit.ts'
import { readBlocks, writeBlocks } from '../../../../renderer/editor/paste/blocks.ts'
import { arrivals } from '../../../../renderer/views/write/blocks/arrive.ts'
import { htmlOf, textOf, type LetterWords } from '../../../../renderer/views/write/blocks/letter.ts'
import { placedBlocks, putBlocks, settled } from '../../../../renderer/views/write/blocks/move.ts'

const container = (text: string) => ({ data: { id: newId() }, children: words(text) })
const words = (value: string): Content => [{ type: 'text', value }]

const KINDS: readonly ((order: string) => Block)[] = [
  (order) => paragraphBlock(order, 'A paragraph'),
  (order) => ({ ...blankEntry('lesson', order), text: unitText('A lesson') }),
  (order) => ({ ...blankEntry('finding', order), statement: unitText('A finding') }),
  (order) => ({
    ...blankEntry('question', order),
    question: unitText('Why?'),
    answer: unitText('Because.'),
  }),
  (order) => ({
    id: newId(),
    order,
    audience: 'internal',
    kind: 'prose',
    node: {
      type: 'list',
      ordered: false,
      children: ['one', 'two'].map((text) => ({
        type: 'listItem',
        children: [{ type: 'paragraph', ...container(text) }],
      })),
    },
  }),
  (order) => ({
    id: newId(),
    order,
    audience: 'public',
    kind: 'prose',
    node: {
      type: 'table',
      align: [null, null],
      children: [
        {
          type: 'tableRow',
          children: ['a', 'b'].map((text) => ({ type: 'tableCell', ...container(text) })),
        },
      ],
    },
  }),
  (order) => ({
    id: newId(),
    order,
    audience: 'public',
    kind: 'prose',
    node: {
      type: 'blockquote',
      children: [{ type: 'paragraph', ...container('Said') }],
      attribution: { type: 'attribution', ...container('Somebody') },
    },
  }),
]

/** Two sections with a block of each kind, every text translated. */
function made(): DocumentState {
  const base = { ...blankPostmortem('en', 'A key in a log'), locales: ['nl'] }
  const [one, two] = ordersBetween(null, null, 2) as [string, string]
  const orders = ordersBetween(null, null, KINDS.length)
  const document = {
    ...base,
    sections: [
      {
        ...blankSection('summary', one, 'Summary'),
        blocks: KINDS.map((kind, at) => kind(orders[at]!)),
      },
      {
        ...blankSection('lessons', two, 'Lessons'),
        blocks: KINDS.map((kind, at) => kind(orders[at]!)),
      },
    ],
  }
  const translations = new Map(
    [...allUnits(document)].map(({ id, content }) => [
      id,
      {
        unit: id,
        locale: 'nl',
        content: words(`nl ${plainText(content)}`),
        state: 'translated' as const,
        origin: 'human' as const,
        sourceHash: contentHash(content),
        changedAt: '2026-01-01T00:00:00.000Z',
      },
    ]),
  )
  return { document, translations: new Map([['nl', translations]]) }
}

/** Numbers from 0 up to 1, the same ones for a seed (mulberry32). */
function random(seed: number): () => number {
  let at = seed
  return () => {
    at = (at + 0x6d2b79f5) | 0
    let t = Math.imul(at ^ (at >>> 15), 1 | at)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What each unit says, and what it says in the other language. */
const said = ({ document, translations }: DocumentState): string[] =>
  [...allUnits(document)]
    .map(({ id, content }) => {
      const other = translations.get('nl')?.get(id)
      return `${id} ${plainText(content)} = ${other ? plainText(other.content) : '?'}`
    })
    .toSorted()

const copied = (state: DocumentState, ids: readonly string[]): string =>
  writeBlocks(
    state.document.id,
    placedBlocks(state.document, new Set(ids)).map(({ block }) => block),
    () => undefined,
  )

function pasted(
  state: DocumentState,
  data: string,
  gap: { section: string; after: string | null },
) {
  const { blocks, translations } = arrivals(state, state.document.id, readBlocks(data)!)
  const puts = settled(state.document, putBlocks(state.document, blocks, gap), gap)
  return applyAll(state, [...puts, ...translations])
}

const BY: LetterWords = {
  locale: 'en',
  facts: new Map(),
  words: { bounds: {} as never, timeBounds: {} as never, withheld: '[withheld]' },
  times: { openEnd: '{value}', uncertainEnd: '{value}' },
  zone: { zone: undefined, named: true, first: null },
  labels: undefined,
  audience: (audience) => audience,
}

describe('blocks that come from the clipboard', () => {
  it('keep every id and every translation when they were cut, whatever was cut and wherever it goes', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = random(seed)
      let state = made()
      const before = said(state)
      for (let step = 0; step < 5; step++) {
        const all = state.document.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id))
        const ids = all.filter(() => next() < 0.4)
        if (ids.length === 0) continue
        const data = copied(state, ids)
        state = applyAll(
          state,
          ids.map((block): Change => ({ type: 'block.remove', block })),
        )
        const section = state.document.sections[Math.floor(next() * 2)]!
        const after = section.blocks[Math.floor(next() * section.blocks.length)]?.id ?? null
        state = pasted(state, data, { section: section.id, after })
      }
      expect(said(state)).toEqual(before)
      expect(v.safeParse(PostmortemSchema, state.document).success).toBe(true)
    }
  })

  it('have ids of their own and the same translations where the originals still stand', () => {
    const state = made()
    const ids = state.document.sections[0]!.blocks.map(({ id }) => id)
    const section = state.document.sections[1]!.id
    const next = pasted(state, copied(state, ids), { section, after: null })
    const units = [...allUnits(next.document)].map(({ id }) => id)
    expect(new Set(units).size).toBe(units.length)
    expect(next.document.sections[1]!.blocks).toHaveLength(2 * KINDS.length)
    const words = (one: DocumentState) => said(one).map((line) => line.replace(/^\S+ /, ''))
    expect(new Set(words(next))).toEqual(new Set(words(state)))
    expect(words(next).every((line) => !line.endsWith(' = ?'))).toBe(true)
  })

  it('bring nothing of another postmortem but their words', () => {
    const state = made()
    const fact = { type: 'fact', fact: 'f1', form: 'long' } as const
    const note = { type: 'footnoteReference', note: 'n1' } as const
    const blocks: Block[] = [
      paragraphBlock('a0', [fact, note]),
      { ...blankEntry('measure', 'a1'), potential: 'f1' },
      { ...blankEntry('action', 'a2'), workstream: 'w1' },
      { ...blankEntry('lesson', 'a3'), links: ['b1'] },
      { ...blankEntry('finding', 'a4'), supersedes: 'b1' },
    ]
    const data = writeBlocks('another', blocks, (_, form) => `twelve ${form}`)
    const arrived = arrivals(state, state.document.id, readBlocks(data)!).blocks
    expect(arrived).toMatchObject([
      { node: { children: [{ type: 'text', value: 'twelve long' }] } },
      { potential: null },
      { workstream: null },
      { links: [] },
      { supersedes: null },
    ])
    expect(arrived.map(({ id }) => id).filter((id) => blocks.some((one) => one.id === id))).toEqual(
      [],
    )
  })

  it('are refused where they are no blocks of a document', () => {
    const bad = { ...paragraphBlock('a0', 'x'), kind: 'script' }
    const link = paragraphBlock('a0', [
      { type: 'link', url: 'javascript:alert(1)', children: words('x') },
    ])
    for (const blocks of [[bad], [link], [], 'no'])
      expect(
        readBlocks(
          JSON.stringify({ namespace: 'afterword', postmortem: 'p', blocks, readings: {} }),
        ),
      ).toBeUndefined()
    expect(readBlocks('{')).toBeUndefined()
  })
})

describe('blocks for a letter', () => {
  it('are HTML and text that say whom each is for, and escape what looks like HTML', () => {
    const blocks = KINDS.map((kind) => kind('a0'))
    const passage: Block = paragraphBlock('a0', [
      { type: 'strong', children: words('<b>') },
      { type: 'break' },
      { type: 'passage', audience: 'customer', children: words('for them') },
      { type: 'fact', fact: 'gone', form: 'long' },
    ])
    expect(htmlOf([...blocks, passage], BY)).toBe(
      '<div lang="en" dir="ltr"><p>A paragraph</p><p>A lesson</p><p>A finding</p>' +
        '<p><strong>Why?</strong></p><p>Because.</p>' +
        '<p>[internal]</p><ul><li>one</li><li>two</li></ul>' +
        '<table><tr><th>a</th><th>b</th></tr></table>' +
        '<blockquote><p>Said</p><p>— Somebody</p></blockquote>' +
        '<p><strong>&#x3C;b></strong><br>[customer: for them][withheld]</p></div>',
    )
    expect(textOf([...blocks, passage], BY)).toBe(
      'A paragraph\n\nA lesson\n\nA finding\n\nWhy?\nBecause.\n\n' +
        '[internal]\n• one\n• two\n\na · b\n\nSaid\n— Somebody\n\n' +
        '<b>\n[customer: for them][withheld]',
    )
  })
})
