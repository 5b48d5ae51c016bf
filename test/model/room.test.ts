import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import {
  blankEntry,
  blankPostmortem,
  blankSection,
  paragraphBlock,
} from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import type { Change } from '../../model/document/change.ts'
import { ChangeSchema } from '../../model/document/change.ts'
import { MOST } from '../../model/document/limits.ts'
import { canonicalLocale } from '../../model/document/locale.ts'
import { ordersBetween } from '../../model/document/order.ts'
import { PostmortemSchema, type Postmortem } from '../../model/document/postmortem.ts'
import type { Flow, TableRow } from '../../model/document/prose.ts'
import { overfull, overfullWhole } from '../../model/document/room.ts'
import { apply, stateOf } from '../../model/document/state.ts'
import type { ErrorCode } from '../../model/errors/codes.ts'

const base = blankPostmortem('en', 'An incident')
const section = { ...blankSection('prose', 'a0'), blocks: [] as Block[] }
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** A document that is full in one list. */
const DOCUMENTS: readonly [ErrorCode, most: number, (count: number) => Postmortem][] = [
  [
    'SECTIONS_FULL',
    MOST.sections,
    (count) => ({
      ...base,
      sections: times(count, () => ({ ...section, id: crypto.randomUUID() })),
    }),
  ],
  [
    'WORKSTREAMS_FULL',
    MOST.workstreams,
    (count) => ({
      ...base,
      workstreams: times(count, (at) => ({
        id: `w${at}`,
        order: 'a0',
        name: { id: `n${at}`, content: [] },
      })),
    }),
  ],
  [
    'FACTS_FULL',
    MOST.facts,
    (count) => ({
      ...base,
      facts: times(count, (at) => ({
        id: `f${at}`,
        name: '',
        value: { kind: 'name', name: 'Example', locales: {} },
        bound: 'exactly',
        status: 'confirmed',
        audience: 'public',
        evidence: '',
        replaces: null,
      })),
    }),
  ],
  [
    'LOCALES_FULL',
    MOST.locales,
    (count) => ({ ...base, locales: times(count, (at) => canonicalLocale(`en-x-${at}`)!) }),
  ],
  [
    'BLOCKS_FULL',
    MOST.blocks,
    (count) => {
      const orders = ordersBetween(null, null, count)
      return {
        ...base,
        sections: [{ ...section, blocks: orders.map((order) => paragraphBlock(order)) }],
      }
    },
  ],
]

describe('a document is full where its schema says so, and not before', () => {
  it.each(DOCUMENTS)('%s', (code, most, filled) => {
    const [full, over] = [filled(most), filled(most + 1)]
    expect(overfullWhole(full)).toBeUndefined()
    expect(overfullWhole(over)).toEqual({ code, params: { limit: most } })
    expect(overfull(full, over, [])).toEqual({ code, params: { limit: most } })
    // What became too much elsewhere may become less, and is no reason to refuse anything else.
    expect(overfull(over, over, [])).toBeUndefined()
    expect(overfull(filled(most + 2), over, [])).toBeUndefined()
    expect(v.is(PostmortemSchema, full)).toBe(true)
    expect(v.is(PostmortemSchema, over)).toBe(false)
  })
})

const prose = (node: Flow): Block => ({
  id: 'b',
  order: 'a0',
  audience: 'public',
  kind: 'prose',
  node,
})
const paragraph = (id: string): Flow => ({ type: 'paragraph', data: { id }, children: [] })
const put = (block: Block): Change => ({ type: 'block.put', section: section.id, block })
const text = (length: number) => ({ type: 'text' as const, value: 'x'.repeat(length) })
const row = (count: number): TableRow => ({
  type: 'tableRow',
  children: times(count, (at) => ({ type: 'tableCell', data: { id: `c${at}` }, children: [] })),
})
/** Lists in lists, so many levels of the document deep. */
const nested = (depth: number): Flow =>
  depth <= 2
    ? { type: 'blockquote', children: times(depth - 1, (at) => paragraph(`p${at}`)) }
    : { type: 'blockquote', children: [nested(depth - 1)] }

/** A row that is full in one way. */
const ROWS: readonly [ErrorCode, what: string, most: number, (count: number) => Change][] = [
  [
    'LIST_FULL',
    'a list',
    MOST.items,
    (count) =>
      put(
        prose({
          type: 'list',
          ordered: false,
          children: times(count, (at) => ({ type: 'listItem', children: [paragraph(`p${at}`)] })),
        }),
      ),
  ],
  [
    'LIST_FULL',
    'a list in a quotation',
    MOST.items,
    (count) =>
      put(
        prose({
          type: 'blockquote',
          children: [
            {
              type: 'list',
              ordered: true,
              children: times(count, (at) => ({
                type: 'listItem',
                children: [paragraph(`p${at}`)],
              })),
            },
          ],
        }),
      ),
  ],
  [
    'LIST_FULL',
    'a callout',
    MOST.items,
    (count) =>
      put(
        prose({
          type: 'callout',
          tone: 'note',
          children: times(count, (at) => paragraph(`p${at}`)),
        }),
      ),
  ],
  [
    'LIST_FULL',
    'the rows of a table',
    MOST.items,
    (count) => put(prose({ type: 'table', align: [null], children: times(count, () => row(1)) })),
  ],
  [
    'COLUMNS_FULL',
    'the columns of a table',
    MOST.columns,
    (count) => put(prose({ type: 'table', align: [], children: [row(count)] })),
  ],
  ['NESTED_TOO_DEEP', 'quotations in quotations', 16, (count) => put(prose(nested(count)))],
  [
    'TEXT_TOO_LONG',
    'code',
    MOST.code,
    (count) => put(prose({ type: 'code', value: 'x'.repeat(count) })),
  ],
  [
    'TEXT_TOO_LONG',
    'a paragraph',
    MOST.characters,
    (count) => put(prose({ type: 'paragraph', data: { id: 'b' }, children: [text(count)] })),
  ],
  [
    'TEXT_TOO_LONG',
    'a mark in a passage',
    MOST.characters,
    (count) =>
      put(
        prose({
          type: 'paragraph',
          data: { id: 'b' },
          children: [
            {
              type: 'passage',
              audience: 'internal',
              children: [{ type: 'strong', children: [text(count)] }],
            },
          ],
        }),
      ),
  ],
  [
    'TEXT_TOO_LONG',
    'the pieces of a text',
    MOST.nodes,
    (count) =>
      put(
        prose({
          type: 'paragraph',
          data: { id: 'b' },
          children: times(count, () => ({ type: 'break' })),
        }),
      ),
  ],
  [
    'TEXT_TOO_LONG',
    'the answer of a question',
    MOST.characters,
    (count) =>
      put({ ...blankEntry('question', 'a0'), answer: { id: 'u', content: [text(count)] } }),
  ],
  [
    'TEXT_TOO_LONG',
    'the title',
    MOST.characters,
    (count) => ({ type: 'title.put', content: [text(count)] }),
  ],
  [
    'TEXT_TOO_LONG',
    'a heading',
    MOST.characters,
    (count) => ({ type: 'section.put', section: blankSection('prose', 'a0', [text(count)]) }),
  ],
  [
    'TEXT_TOO_LONG',
    'a workstream',
    MOST.characters,
    (count) => ({
      type: 'workstream.put',
      workstream: { id: 'w', order: 'a0', name: { id: 'n', content: [text(count)] } },
    }),
  ],
  [
    'TEXT_TOO_LONG',
    'a translation',
    MOST.characters,
    (count) => ({
      type: 'translation.put',
      translation: {
        ...{ unit: 'u', locale: 'nl', content: [text(count)], state: 'draft', origin: 'human' },
        ...{ sourceHash: '0'.repeat(64), changedAt: '2026-01-01T00:00:00.000Z' },
      },
    }),
  ],
  [
    'LINKS_FULL',
    'a lesson',
    MOST.links,
    (count) => put({ ...blankEntry('lesson', 'a0'), links: times(count, (at) => `l${at}`) }),
  ],
  [
    'AUTHORS_FULL',
    'the authors',
    MOST.authors,
    (count) => ({
      type: 'metadata.put',
      metadata: { ...base.metadata, authors: times(count, (at) => `Author ${at}`) },
    }),
  ],
  [
    'TEXT_TOO_LONG',
    'an author',
    MOST.line,
    (count) => ({
      type: 'metadata.put',
      metadata: { ...base.metadata, authors: ['x'.repeat(count)] },
    }),
  ],
]

describe('a row is full where its schema says so, and not before', () => {
  it.each(ROWS)('%s: %s', (code, _, most, filled) => {
    const [full, over] = [filled(most), filled(most + 1)]
    const before = { ...base, sections: [section] }
    const after = (change: Change) => apply(stateOf(before, []), change).document
    expect(overfull(before, after(full), [full])).toBeUndefined()
    expect(overfull(before, after(over), [over])?.code).toBe(code)
    expect(v.is(ChangeSchema, full)).toBe(true)
    expect(v.is(ChangeSchema, over)).toBe(false)
  })
})

test('a block that is too much already may become less step by step', () => {
  const list = (count: number) => ROWS[0]![3](MOST.items + count)
  const before = { ...base, sections: [section] }
  const over = apply(stateOf(before, []), list(3)).document
  expect(overfull(over, over, [list(2)])).toBeUndefined()
})
