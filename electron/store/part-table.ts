import type { Block } from '../../model/document/block.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed, type Former, type Table } from './row.ts'
import { seal } from './seal.ts'

/** A row of a table of JSON, seal looked at, not parsed by a schema yet. */
export interface Part {
  readonly id: string
  readonly json: unknown
}
export interface PlacedPart extends Part {
  readonly section: string
}
export interface PositionedPart extends Part {
  readonly position: number
}

export interface PartTable {
  put(postmortem: string, id: string, value: unknown): void
  remove(postmortem: string, id: string): void
  /** Throws LIBRARY_DAMAGED, naming the row. */
  read(postmortem: string): Part[]
  has(postmortem: string, id: string): boolean
  count(postmortem: string): number
  /** One row as it stands. Throws LIBRARY_DAMAGED. */
  row(postmortem: string, id: string): Former | undefined
}

interface Statements {
  readonly remove: (postmortem: string, id: string) => void
  readonly has: (postmortem: string, id: string) => boolean
  readonly count: (postmortem: string) => number
  readonly row: (postmortem: string, id: string) => Former | undefined
}

interface Placed {
  readonly place: string | number | null
  readonly json: string
  readonly hash: Buffer
}

/** `place`: the column, if the table has one, that says where among others the row stands. */
function statements(
  connection: Connection,
  file: string,
  table: Table,
  place?: 'section' | 'position',
): Statements {
  const row = connection.prepare<[string, string], Placed>(
    `SELECT ${place ?? 'NULL'} AS place, json, hash FROM ${table} WHERE postmortem = ? AND id = ?`,
  )
  const remove = connection.prepare(`DELETE FROM ${table} WHERE postmortem = ? AND id = ?`)
  const has = connection.prepare(`SELECT 1 FROM ${table} WHERE postmortem = ? AND id = ?`).pluck()
  const count = connection.prepare(`SELECT count(*) FROM ${table} WHERE postmortem = ?`).pluck()
  return {
    remove: (postmortem, id) => void remove.run(postmortem, id),
    has: (postmortem, id) => has.get(postmortem, id) !== undefined,
    count: (postmortem) => Number(count.get(postmortem)),
    row(postmortem, id) {
      const found = row.get(postmortem, id)
      if (found === undefined) return undefined
      const { place: at, json, hash } = found
      const columns = at === null ? [postmortem, id, json] : [postmortem, id, at, json]
      if (!seal(columns).equals(hash)) throw damaged(file, table, id)
      return { place: at === null ? null : String(at), json }
    },
  }
}

interface JsonRow {
  readonly id: string
  readonly json: string
  readonly hash: Buffer
}

/** Sections (without their blocks) or workstreams. */
export function partTable(
  connection: Connection,
  file: string,
  table: 'section' | 'workstream',
): PartTable {
  const put = connection.prepare(
    `INSERT INTO ${table} (postmortem, id, json, hash) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET json = excluded.json, hash = excluded.hash`,
  )
  const read = connection.prepare<[string], JsonRow>(
    `SELECT id, json, hash FROM ${table} WHERE postmortem = ?`,
  )
  return {
    ...statements(connection, file, table),
    put(postmortem, id, value) {
      const json = JSON.stringify(value)
      put.run(postmortem, id, json, seal([postmortem, id, json]))
    },
    read: (postmortem) =>
      read.all(postmortem).map(({ id, json, hash }) => ({
        id,
        json: unsealed(file, table, id, [postmortem, id, json], hash, json),
      })),
  }
}

export interface BlockTable extends Omit<PartTable, 'put' | 'read'> {
  put(postmortem: string, section: string, block: Block): void
  read(postmortem: string): PlacedPart[]
  countIn(postmortem: string, section: string): number
  idsIn(postmortem: string, section: string): string[]
}

export function blockTable(connection: Connection, file: string): BlockTable {
  const put = connection.prepare(
    `INSERT INTO block (postmortem, id, section, position, json, hash) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET section = excluded.section, position = excluded.position, json = excluded.json,
         hash = excluded.hash`,
  )
  const read = connection.prepare<[string], JsonRow & { section: string }>(
    'SELECT id, section, json, hash FROM block WHERE postmortem = ?',
  )
  const countIn = connection
    .prepare('SELECT count(*) FROM block WHERE postmortem = ? AND section = ?')
    .pluck()
  const idsIn = connection
    .prepare<[string, string], string>('SELECT id FROM block WHERE postmortem = ? AND section = ?')
    .pluck()
  return {
    ...statements(connection, file, 'block', 'section'),
    put(postmortem, section, block) {
      const { id, order } = block
      const json = JSON.stringify(block)
      put.run(postmortem, id, section, order, json, seal([postmortem, id, section, json]))
    },
    read: (postmortem) =>
      read.all(postmortem).map(({ id, section, json, hash }) => ({
        id,
        section,
        json: unsealed(file, 'block', id, [postmortem, id, section, json], hash, json),
      })),
    countIn: (postmortem, section) => Number(countIn.get(postmortem, section)),
    idsIn: (postmortem, section) => idsIn.all(postmortem, section),
  }
}

export interface FactTable extends Omit<PartTable, 'read'> {
  read(postmortem: string): PositionedPart[]
}

/** Facts keep the order in which they came: a new one goes to the end, a changed one stays where it is. */
export function factTable(connection: Connection, file: string): FactTable {
  const position = connection
    .prepare<[{ postmortem: string; id: string }], number>(
      `SELECT coalesce((SELECT position FROM fact WHERE postmortem = @postmortem AND id = @id),
                       (SELECT max(position) + 1 FROM fact WHERE postmortem = @postmortem), 0)`,
    )
    .pluck()
  const put = connection.prepare(
    `INSERT INTO fact (postmortem, id, position, json, hash) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET json = excluded.json, hash = excluded.hash`,
  )
  const read = connection.prepare<[string], JsonRow & { position: number }>(
    'SELECT id, position, json, hash FROM fact WHERE postmortem = ? ORDER BY position',
  )
  return {
    ...statements(connection, file, 'fact', 'position'),
    put(postmortem, id, value) {
      const json = JSON.stringify(value)
      const at = position.get({ postmortem, id }) ?? 0
      put.run(postmortem, id, at, json, seal([postmortem, id, at, json]))
    },
    read: (postmortem) =>
      read.all(postmortem).map(({ id, position: at, json, hash }) => ({
        id,
        position: at,
        json: unsealed(file, 'fact', id, [postmortem, id, at, json], hash, json),
      })),
  }
}
