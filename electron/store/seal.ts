import { createHash } from 'node:crypto'
import type { Connection } from './connection.ts'

/**
 * SHA-256 over the columns of a row that carry meaning. `quick_check` sees a damaged page but hardly ever a flipped
 * bit inside a text; this does.
 */
export const seal = (columns: readonly (string | number | null)[]): Buffer =>
  createHash('sha256').update(JSON.stringify(columns)).digest()

/** The sealed columns of each table, in the order of the seal. A change here needs a migration that seals anew. */
export const SEALED = {
  postmortem: ['id', 'source_locale', 'head', 'sample', 'created_at'],
  section: ['postmortem', 'id', 'json'],
  block: ['postmortem', 'id', 'section', 'json'],
  workstream: ['postmortem', 'id', 'json'],
  fact: ['postmortem', 'id', 'position', 'json'],
  translation: [
    'postmortem',
    'locale',
    'unit',
    'content',
    'state',
    'origin',
    'source_hash',
    'changed_at',
    'score',
    'author',
    'confirmed',
  ],
  source: ['postmortem', 'unit', 'source_hash', 'content'],
  comment: ['postmortem', 'id', 'unit', 'json'],
  ignored: [
    ...['postmortem', 'locale', 'unit', 'rule', 'reason'],
    ...['source_hash', 'target_hash', 'at', 'author'],
  ],
  weight: ['rule', 'weight'],
  release: ['postmortem', 'id', 'audience', 'number', 'json'],
  version: ['postmortem', 'number', 'since', 'at', 'author', 'name'],
  template: ['id', 'name', 'json', 'created_at'],
  theme: ['id', 'name', 'json', 'created_at'],
  past: ['postmortem', 'version', 'kind', 'id', 'place', 'json'],
  memory_file: ['id', 'name', 'at'],
  memory: [
    'id',
    'source_locale',
    'target_locale',
    'source',
    'target',
    'origin',
    'author',
    'at',
    'postmortem',
    'file',
    'unit',
    'source_hash',
    'previous',
    'next',
  ],
  concept: ['id', 'json', 'changed_at'],
  // The bytes of a font and of an image are sealed by its id.
  font: ['id', 'family', 'style', 'created_at'],
  asset: ['id', 'type', 'width', 'height', 'created_at'],
} as const

/** The column that names a row of a table; `id` where it is not told here. */
const NAMES: Readonly<Record<string, string>> = {
  translation: 'unit',
  source: 'unit',
  ignored: 'unit',
  weight: 'rule',
  version: 'number',
}

/** The first row of the library whose seal is broken, as `table id`, or undefined. An older library lacks tables and columns. */
export function brokenSeal(connection: Connection): string | undefined {
  for (const [table, sealed] of Object.entries(SEALED)) {
    const there = new Set(
      (connection.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name),
    )
    if (there.size === 0) continue
    const columns = sealed.filter((column) => there.has(column))
    const rows = connection
      .prepare<[], [Buffer, ...(string | number | null)[]]>(
        `SELECT hash, ${columns.join(', ')} FROM ${table}`,
      )
      .raw()
    for (const [hash, ...values] of rows.iterate())
      if (!seal(values).equals(hash))
        return `${table} ${String(values[columns.indexOf((NAMES[table] ?? 'id') as never)])}`
  }
  return undefined
}
