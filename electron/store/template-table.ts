import * as v from 'valibot'
import { OwnTemplateSchema, type OwnTemplate } from '../../model/template/own-template.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'

export interface TemplateRow {
  readonly id: string
  readonly name: string
  readonly json: string
  readonly created_at: string
  readonly deleted_at: string | null
  readonly hash: Buffer
}

export interface TemplateTable {
  /** Those that are not in the bin, by the time they were made. */
  rows(): TemplateRow[]
  row(id: string): TemplateRow | undefined
  insert(id: string, name: string, template: OwnTemplate, at: string): void
  rename(row: TemplateRow, name: string): void
  setDeleted(id: string, at: string | null): void
  purge(): void
}

export function templateTable(connection: Connection): TemplateTable {
  const all = connection.prepare<[], TemplateRow>(
    'SELECT * FROM template WHERE deleted_at IS NULL ORDER BY created_at, id',
  )
  const get = connection.prepare<[string], TemplateRow>('SELECT * FROM template WHERE id = ?')
  const insert = connection.prepare(
    'INSERT INTO template (id, name, json, created_at, hash) VALUES (?, ?, ?, ?, ?)',
  )
  const rename = connection.prepare('UPDATE template SET name = ?, hash = ? WHERE id = ?')
  const setDeleted = connection.prepare('UPDATE template SET deleted_at = ? WHERE id = ?')
  const purge = connection.prepare('DELETE FROM template WHERE deleted_at IS NOT NULL')
  return {
    rows: () => all.all(),
    row: (id) => get.get(id),
    insert(id, name, template, at) {
      const json = JSON.stringify(template)
      insert.run(id, name, json, at, seal([id, name, json, at]))
    },
    rename: ({ id, json, created_at: at }, name) =>
      void rename.run(name, seal([id, name, json, at]), id),
    setDeleted: (id, at) => void setDeleted.run(at, id),
    purge: () => void purge.run(),
  }
}

/** The template in a row. Throws LIBRARY_DAMAGED. */
export function templateIn(file: string, row: TemplateRow): OwnTemplate {
  const { id, name, json, created_at: at, hash } = row
  const parsed = v.safeParse(
    OwnTemplateSchema,
    unsealed(file, 'template', id, [id, name, json, at], hash, json),
  )
  if (!parsed.success) throw damaged(file, 'template', id)
  return parsed.output
}
