import * as v from 'valibot'
import { ThemeSchema, type Theme } from '../../model/theme/theme.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'

export interface ThemeRow {
  readonly id: string
  readonly name: string
  readonly json: string
  readonly created_at: string
  readonly deleted_at: string | null
  readonly hash: Buffer
}

export interface ThemeTable {
  /** Those that are not in the bin, by their names. */
  rows(): ThemeRow[]
  row(id: string): ThemeRow | undefined
  put(id: string, name: string, theme: Theme, at: string): void
  setDeleted(id: string, at: string | null): void
  purge(): void
}

export function themeTable(connection: Connection): ThemeTable {
  const all = connection.prepare<[], ThemeRow>(
    'SELECT * FROM theme WHERE deleted_at IS NULL ORDER BY name, id',
  )
  const get = connection.prepare<[string], ThemeRow>('SELECT * FROM theme WHERE id = ?')
  const put = connection.prepare(
    `INSERT INTO theme (id, name, json, created_at, hash) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET name = excluded.name, json = excluded.json, hash = excluded.hash`,
  )
  const setDeleted = connection.prepare('UPDATE theme SET deleted_at = ? WHERE id = ?')
  const purge = connection.prepare('DELETE FROM theme WHERE deleted_at IS NOT NULL')
  return {
    rows: () => all.all(),
    row: (id) => get.get(id),
    put(id, name, theme, at) {
      const json = JSON.stringify(theme)
      const created = get.get(id)?.created_at ?? at
      put.run(id, name, json, created, seal([id, name, json, created]))
    },
    setDeleted: (id, at) => void setDeleted.run(at, id),
    purge: () => void purge.run(),
  }
}

/** The theme in a row. Throws LIBRARY_DAMAGED. */
export function themeIn(file: string, row: ThemeRow): Theme {
  const { id, name, json, created_at: at, hash } = row
  const parsed = v.safeParse(
    ThemeSchema,
    unsealed(file, 'theme', id, [id, name, json, at], hash, json),
  )
  if (!parsed.success) throw damaged(file, 'theme', id)
  return parsed.output
}
