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
import { ordersBetween } from '../../../../model/document/order.ts'
import { PostmortemSchema } from '../../../../model/document/postmortem.ts'
import { containersOf, type Flow } from '../../../../model/document/prose.ts'
import { applyAll, inverseAll, type DocumentState } from '../../../../model/document/state.ts'
import { plainText } from '../../../../model/document/text.ts'
import { contentHash } from '../../../../model/units/hash.ts'
import { allUnits } from '../../../../model/units/unit.ts'
import { duplicateBlocks } from '../../../../renderer/views/write/blocks/copy.ts'
import { moveBlocks, stepGap } from '../../../../renderer/views/write/blocks/move.ts'
import {
  pickAll,
  pickLeft,
  pickNext,
  pickRange,
} from '../../../../renderer/views/write/blocks/picked.ts'
import { turnBlocks, type Turn } from '../../../../renderer/views/write/blocks/turn.ts'

const lesson = (order: string, text: string): Block => ({
  ...blankEntry('lesson', order),
  text: unitText(text),
})

/** Two sections: three paragraphs, and a paragraph between two lessons; every text is translated. */
function made(): DocumentState {
  const base = { ...blankPostmortem('en', 'A key in a log'), locales: ['nl'] }
  const [one, two] = ordersBetween(null, null, 2) as [string, string]
  const orders = ordersBetween(null, null, 3) as [string, string, string]
  const first = ['One', 'Two', 'Three'].map((text, at) => paragraphBlock(orders[at]!, text))
  const second = [
    lesson(orders[0], 'Look'),
    paragraphBlock(orders[1], 'Between'),
    lesson(orders[2], 'Ask'),
  ]
  const document = {
    ...base,
    sections: [
      { ...blankSection('summary', one, 'Summary'), blocks: first },
      { ...blankSection('lessons', two, 'Lessons'), blocks: second },
    ],
  }
  const translations = new Map(
    [...allUnits(document)].map(({ id, content }) => [
      id,
      {
        unit: id,
        locale: 'nl',
        content: [{ type: 'text' as const, value: `nl ${plainText(content)}` }],
        state: 'translated' as const,
        origin: 'human' as const,
        sourceHash: contentHash(content),
        changedAt: '2026-01-01T00:00:00.000Z',
      },
    ]),
  )
  return { document, translations: new Map([['nl', translations]]) }
}

const words = (flow: Flow): string =>
  flow.type === 'code'
    ? `code ${flow.value}`
    : `${flow.type} ${[...containersOf(flow)].map(({ children }) => plainText(children)).join('|')}`
const say = (block: Block): string =>
  block.kind === 'prose'
    ? words(block.node)
    : block.kind === 'lesson'
      ? `lesson ${plainText(block.text.content)}`
      : block.kind
const told = ({ document }: DocumentState): string[][] =>
  document.sections.map(({ blocks }) => blocks.map(say))

const idOf = ({ document }: DocumentState, text: string): string =>
  document.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => say(block).split(/[ |]/).includes(text))!.id

const idsOf = (state: DocumentState, ...texts: string[]): Set<string> =>
  new Set(texts.map((text) => idOf(state, text)))

/** Makes the changes; what comes out is a document, every id stands once, and it can all be taken back. */
function after(state: DocumentState, changes: readonly Change[]): DocumentState {
  const next = applyAll(state, changes)
  v.parse(PostmortemSchema, next.document)
  const units = [...allUnits(next.document)].map(({ id }) => id)
  expect(new Set(units).size).toBe(units.length)
  for (const { blocks } of next.document.sections)
    expect(blocks.map(({ order }) => order)).toEqual(
      blocks.map(({ order }) => order).toSorted((a, b) => (a < b ? -1 : 1)),
    )
  expect(applyAll(next, inverseAll(state, changes))).toEqual(state)
  return next
}

/** What stands in the document reads in Dutch, text by text. */
const inDutch = (state: DocumentState, text: string): string | undefined => {
  const unit = [...allUnits(state.document)].find(({ content }) => plainText(content) === text)!
  const found = state.translations.get('nl')?.get(unit.id)
  return found && plainText(found.content)
}

describe('moving blocks', () => {
  it('keeps their ids and translations, within a section and into another', () => {
    const state = made()
    const [summary, lessons] = [state.document.sections[0]!, state.document.sections[1]!]
    const ids = idsOf(state, 'One', 'Three')
    const down = after(
      state,
      moveBlocks(state.document, ids, { section: lessons.id, after: idOf(state, 'Look') }),
    )
    expect(told(down)).toEqual([
      ['paragraph Two'],
      ['lesson Look', 'paragraph One', 'paragraph Three', 'paragraph Between', 'lesson Ask'],
    ])
    expect(idsOf(down, 'One', 'Three')).toEqual(ids)
    expect(inDutch(down, 'Three')).toBe('nl Three')
    const up = after(
      down,
      moveBlocks(down.document, idsOf(down, 'Ask', 'Two'), { section: summary.id, after: null }),
    )
    expect(told(up)[0]).toEqual(['paragraph Two', 'lesson Ask'])
  })

  it('is nothing where they stand there already, also after one of themselves', () => {
    const { document } = made()
    const section = document.sections[0]!.id
    const [one, two, three] = document.sections[0]!.blocks.map(({ id }) => id) as [
      string,
      string,
      string,
    ]
    expect(moveBlocks(document, new Set([two]), { section, after: one })).toEqual([])
    expect(moveBlocks(document, new Set([two]), { section, after: two })).toEqual([])
    expect(moveBlocks(document, new Set([one, two, three]), { section, after: two })).toEqual([])
    expect(moveBlocks(document, new Set(['gone']), { section, after: null })).toEqual([])
    expect(moveBlocks(document, new Set([one]), { section: 'gone', after: null })).toEqual([])
  })

  it('goes a step at a time through the whole document and back', () => {
    let state = made()
    const ids = idsOf(state, 'One', 'Two')
    const seen: string[] = []
    for (const direction of [1, -1] as const)
      for (;;) {
        const gap = stepGap(state.document, ids, direction)
        if (gap === null) break
        state = after(state, moveBlocks(state.document, ids, gap))
        seen.push(
          told(state)
            .flat()
            .map((text) => text.split(' ')[1])
            .join(' '),
        )
      }
    expect(seen).toEqual([
      'Three One Two Look Between Ask',
      'Three One Two Look Between Ask',
      'Three Look One Two Between Ask',
      'Three Look Between One Two Ask',
      'Three Look Between Ask One Two',
      'Three Look Between One Two Ask',
      'Three Look One Two Between Ask',
      'Three One Two Look Between Ask',
      'Three One Two Look Between Ask',
      'One Two Three Look Between Ask',
    ])
  })
})

describe('duplicating blocks', () => {
  it('makes others with ids of their own that read the same in every language', () => {
    const state = made()
    const { changes, made: copies } = duplicateBlocks(state, idsOf(state, 'Three', 'Look'))
    const next = after(state, changes)
    expect(told(next)[1]).toEqual([
      'lesson Look',
      'paragraph Three',
      'lesson Look',
      'paragraph Between',
      'lesson Ask',
    ])
    expect(copies.some((id) => JSON.stringify(state.document).includes(id))).toBe(false)
    const twice = [...allUnits(next.document)].filter(
      ({ content }) => plainText(content) === 'Look',
    )
    expect(twice.map(({ id }) => plainText(next.translations.get('nl')!.get(id)!.content))).toEqual(
      ['nl Look', 'nl Look'],
    )
  })
})

describe('turning blocks', () => {
  const turn = (state: DocumentState, to: Turn, ...texts: string[]) =>
    after(state, turnBlocks(state.document, idsOf(state, ...texts), to, plainText).changes)

  it('keeps every text with its id and translation, through all kinds and back', () => {
    const start = made()
    let state = start
    for (const to of ['heading2', 'bullet', 'number', 'quote', 'paragraph'] as const) {
      const touched = told(state)[0]!.map((text) => text.split(' ')[1]!.split('|')[0]!)
      state = turn(state, to, ...touched)
      for (const text of ['One', 'Two', 'Three']) expect(inDutch(state, text)).toBe(`nl ${text}`)
    }
    expect(told(state)).toEqual(told(start))
    expect(idsOf(state, 'One', 'Two', 'Three')).toEqual(idsOf(start, 'One', 'Two', 'Three'))
  })

  it('joins neighbours into one, apart from what stands between and from other readers', () => {
    const state = made()
    expect(told(turn(state, 'bullet', 'One', 'Two', 'Look', 'Between'))).toEqual([
      ['list One|Two', 'paragraph Three'],
      ['lesson Look', 'list Between', 'lesson Ask'],
    ])
    const two = state.document.sections[0]!.blocks[1]!
    const internal = applyAll(state, [
      {
        type: 'block.put',
        section: state.document.sections[0]!.id,
        block: { ...two, audience: 'internal' },
      },
    ])
    expect(told(turn(internal, 'quote', 'One', 'Two', 'Three'))[0]).toEqual([
      'blockquote One',
      'blockquote Two',
      'blockquote Three',
    ])
  })

  it('keeps who said a quote, and what a callout says', () => {
    const start = turn(made(), 'quote', 'One')
    const section = start.document.sections[0]!
    const block = section.blocks[0]!
    if (block.kind !== 'prose' || block.node.type !== 'blockquote') throw new Error('no quote')
    const { id, content } = unitText('Somebody')
    const attribution = { type: 'attribution' as const, data: { id }, children: content }
    const said = applyAll(start, [
      {
        type: 'block.put',
        section: section.id,
        block: { ...block, node: { ...block.node, attribution } },
      },
    ])
    const list = turn(said, 'bullet', 'One', 'Two')
    expect(told(list)[0]).toEqual(['list One|Somebody|Two', 'paragraph Three'])
    expect(told(turn(said, 'quote', 'One', 'Two'))[0]).toEqual([
      'blockquote One|Somebody|Two',
      'paragraph Three',
    ])
    const callout = applyAll(said, [
      {
        type: 'block.put',
        section: section.id,
        block: {
          ...block,
          node: { type: 'callout', tone: 'warning', children: block.node.children },
        },
      },
    ])
    expect(told(turn(callout, 'heading1', 'One'))[0]![0]).toBe('heading One')
  })

  it('makes code of the words, and lines of code a text', () => {
    const state = turn(made(), 'code', 'One', 'Two')
    expect(told(state)[0]).toEqual(['code One\nTwo', 'paragraph Three'])
    const { document } = state
    const [code] = document.sections[0]!.blocks
    const back = after(
      state,
      turnBlocks(document, new Set([code!.id]), 'paragraph', plainText).changes,
    )
    expect(told(back)[0]).toEqual(['paragraph One\nTwo', 'paragraph Three'])
  })

  it('leaves what it is already, and says which blocks stand there now', () => {
    const { document } = made()
    const ids = document.sections[0]!.blocks.map(({ id }) => id)
    expect(turnBlocks(document, new Set(ids), 'paragraph', plainText)).toEqual({
      changes: [],
      made: ids,
    })
    expect(turnBlocks(document, new Set(ids), 'quote', plainText).made).toHaveLength(1)
  })
})

describe('a selection of blocks', () => {
  const order = ['a', 'b', 'c', 'd']

  it('goes on from its head, stops at the edges, and shrinks again', () => {
    const b = pickAll(['b'])!
    expect(pickNext(order, b, 1, false)?.ids).toEqual(['c'])
    const two = pickNext(order, b, 1, true)!
    expect(two.ids).toEqual(['b', 'c'])
    expect(pickNext(order, two, -1, true)?.ids).toEqual(['b'])
    expect(pickNext(order, pickNext(order, b, -1, true)!, -1, true)?.ids).toEqual(['a', 'b'])
    expect(pickRange(order, 'd', 'b')?.ids).toEqual(['b', 'c', 'd'])
    expect(pickRange(order, 'gone', 'b')).toBeNull()
  })

  it('loses what is gone', () => {
    const all = pickRange(order, 'b', 'd')!
    expect(pickLeft(order, all)).toBe(all)
    expect(pickLeft(['a', 'c'], all)).toEqual({ ids: ['c'], anchor: 'c', head: 'c' })
    expect(pickLeft(['a'], all)).toBeNull()
  })
})
