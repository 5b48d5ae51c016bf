import * as v from 'valibot'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'

/** Something of the library that has a name and can be deleted and brought back, as JSON. */
export interface NamedRow {
  readonly id: string
  readonly name: string
  readonly json: string
  readonly created_at: string
  readonly deleted_at: string | null
  readonly hash: Buffer
}

export interface NamedTable<T> {
  /** Those that are not in the bin, by the time they were made. */
  rows(): NamedRow[]
  row(id: string): NamedRow | undefined
  /** What is in a row. Throws LIBRARY_DAMAGED. */
  read(row: NamedRow): T
  /** A new one, or another state of one that is there. */
  put(id: string, name: string, value: T, at: string): void
  rename(row: NamedRow, name: string): void
  setDeleted(id: string, at: string | null): void
  purge(): void
}

/** @param table one whose columns are those of `NamedRow` */
export function namedTable<S extends v.GenericSchema>(
  connection: Connection,
  file: string,
  table: 'template' | 'theme',
  schema: S,
): NamedTable<v.InferOutput<S>> {
  const all = connection.prepare<[], NamedRow>(
    `SELECT * FROM ${table} WHERE deleted_at IS NULL ORDER BY created_at, id`,
  )
  const get = connection.prepare<[string], NamedRow>(`SELECT * FROM ${table} WHERE id = ?`)
  const put = connection.prepare(
    `INSERT INTO ${table} (id, name, json, created_at, hash) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET name = excluded.name, json = excluded.json, hash = excluded.hash`,
  )
  const setDeleted = connection.prepare(`UPDATE ${table} SET deleted_at = ? WHERE id = ?`)
  const purge = connection.prepare(`DELETE FROM ${table} WHERE deleted_at IS NOT NULL`)
  const write = (id: string, name: string, json: string, at: string): void =>
    void put.run(id, name, json, at, seal([id, name, json, at]))
  return {
    rows: () => all.all(),
    row: (id) => get.get(id),
    read({ id, name, json, created_at: at, hash }) {
      const columns = [id, name, json, at]
      const parsed = v.safeParse(schema, unsealed(file, table, id, columns, hash, json))
      if (!parsed.success) throw damaged(file, table, id)
      return parsed.output
    },
    put: (id, name, value, at) =>
      write(id, name, JSON.stringify(value), get.get(id)?.created_at ?? at),
    rename: ({ id, json, created_at: at }, name) => write(id, name, json, at),
    setDeleted: (id, at) => void setDeleted.run(at, id),
    purge: () => void purge.run(),
  }
}
