import * as v from 'valibot'
import { byOrder } from '../../model/document/order.ts'
import { PostmortemSchema, type Postmortem } from '../../model/document/postmortem.ts'
import { headIn, type Head, type HeadRow } from './head-table.ts'
import type { Part, PlacedPart, PositionedPart } from './part-table.ts'
import { damaged } from './row.ts'
import type { Tables } from './tables.ts'

interface Row {
  readonly id: string
  readonly order: string
}

/** Sorts before the schema has seen the rows: one without an order stays where it is, and fails there. */
const ordered = (parts: readonly Part[]): Row[] =>
  parts.map(({ json }) => json as Row).toSorted(byOrder)

const TABLES: Readonly<Record<string, string>> = {
  sections: 'section',
  workstreams: 'workstream',
  facts: 'fact',
}

/** The row that an issue of the schema is about, as LIBRARY_DAMAGED. */
function blame(file: string, id: string, raw: unknown, issue: v.BaseIssue<unknown>): Error {
  let at = raw
  let table = 'postmortem'
  let row = id
  for (const { key } of issue.path ?? []) {
    at = (at as Record<PropertyKey, unknown>)[key as PropertyKey]
    if (typeof key === 'string' && key in TABLES) table = TABLES[key]!
    else if (key === 'blocks') table = 'block'
    else if (typeof key === 'number') row = String((at as { id?: unknown } | null)?.id)
    else break
  }
  return damaged(file, table, row)
}

/** The rows of a postmortem, seals looked at, not parsed by a schema yet. */
export interface Parts {
  readonly head: Head
  readonly workstreams: readonly Part[]
  readonly sections: readonly Part[]
  readonly blocks: readonly PlacedPart[]
  /** In the order of their positions. */
  readonly facts: readonly PositionedPart[]
}

/** The rows as they stand. Throws LIBRARY_DAMAGED, naming a row. */
export const partsOf = (tables: Tables, row: HeadRow): Parts => ({
  head: headIn(tables.file, row),
  workstreams: tables.workstreams.read(row.id),
  sections: tables.sections.read(row.id),
  blocks: tables.blocks.read(row.id),
  facts: tables.facts.read(row.id),
})

/** The document that rows make, parsed by its schema. Throws LIBRARY_DAMAGED, naming a row. */
export function assemble(file: string, parts: Parts): Postmortem {
  const { head } = parts
  const blocks = Map.groupBy(parts.blocks, ({ section }) => section)
  const raw = {
    ...head,
    workstreams: ordered(parts.workstreams),
    sections: ordered(parts.sections).map((section) => ({
      ...section,
      blocks: ordered(blocks.get(section.id) ?? []),
    })),
    facts: parts.facts.map(({ json }) => json),
  }
  const parsed = v.safeParse(PostmortemSchema, raw)
  if (!parsed.success) throw blame(file, head.id, raw, parsed.issues[0])
  return parsed.output
}
