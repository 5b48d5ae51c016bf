import * as v from 'valibot'
import { byOrder } from '../../model/document/order.ts'
import { PostmortemSchema, type Postmortem } from '../../model/document/postmortem.ts'
import { headIn, type HeadRow } from './head-table.ts'
import type { Part } from './part-table.ts'
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

/** The document of a head row from its rows, parsed by its schema. Throws LIBRARY_DAMAGED, naming a row. */
export function assemble(tables: Tables, row: HeadRow): Postmortem {
  const { file } = tables
  const blocks = Map.groupBy(tables.blocks.read(row.id), ({ section }) => section)
  const raw = {
    ...headIn(file, row),
    workstreams: ordered(tables.workstreams.read(row.id)),
    sections: ordered(tables.sections.read(row.id)).map((section) => ({
      ...section,
      blocks: ordered(blocks.get(section.id) ?? []),
    })),
    facts: tables.facts.read(row.id).map(({ json }) => json),
  }
  const parsed = v.safeParse(PostmortemSchema, raw)
  if (!parsed.success) throw blame(file, row.id, raw, parsed.issues[0])
  return parsed.output
}
