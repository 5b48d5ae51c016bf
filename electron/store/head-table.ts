import * as v from 'valibot'
import { PostmortemSchema, type Postmortem } from '../../model/document/postmortem.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'

/** A postmortem without what has rows of its own. */
export const HeadSchema = v.pick(PostmortemSchema, [
  'version',
  'id',
  'sourceLocale',
  'locales',
  'title',
  'metadata',
])
export type Head = v.InferOutput<typeof HeadSchema>

export const headOf = ({
  version,
  id,
  sourceLocale,
  locales,
  title,
  metadata,
}: Postmortem): Head => ({ version, id, sourceLocale, locales, title, metadata })

/** The row as it stands. Times are RFC 3339 in UTC. */
export interface HeadRow {
  readonly id: string
  readonly source_locale: string
  readonly head: string
  readonly sample: number
  readonly revision: number
  readonly created_at: string
  readonly changed_at: string
  readonly deleted_at: string | null
  readonly hash: Buffer
}

export interface HeadTable {
  row(id: string): HeadRow | undefined
  /** Every postmortem that is not in the bin, the last changed first. */
  rows(): HeadRow[]
  insert(head: Head, sample: boolean, at: string): void
  update(row: HeadRow, head: Head): void
  /** The next revision, from `at` on. */
  touch(id: string, at: string): void
  setDeleted(id: string, at: string | null): void
  /** The sample's row, in the bin or not. */
  sample(): HeadRow | undefined
  purge(): number
}

const sealed = (head: Head, json: string, sample: number, createdAt: string): Buffer =>
  seal([head.id, head.sourceLocale, json, sample, createdAt])

export function headTable(connection: Connection): HeadTable {
  const get = connection.prepare<[string], HeadRow>('SELECT * FROM postmortem WHERE id = ?')
  const all = connection.prepare<[], HeadRow>(
    'SELECT * FROM postmortem WHERE deleted_at IS NULL ORDER BY changed_at DESC, id DESC',
  )
  const insert = connection.prepare(
    `INSERT INTO postmortem (id, source_locale, head, sample, revision, created_at, changed_at, hash)
       VALUES (?, ?, ?, ?, 0, ?, ?, ?)`,
  )
  const update = connection.prepare('UPDATE postmortem SET head = ?, hash = ? WHERE id = ?')
  const touch = connection.prepare(
    'UPDATE postmortem SET revision = revision + 1, changed_at = ? WHERE id = ?',
  )
  const setDeleted = connection.prepare('UPDATE postmortem SET deleted_at = ? WHERE id = ?')
  const sample = connection.prepare<[], HeadRow>(
    'SELECT * FROM postmortem WHERE sample = 1 ORDER BY deleted_at IS NOT NULL, deleted_at DESC LIMIT 1',
  )
  const purge = connection.prepare('DELETE FROM postmortem WHERE deleted_at IS NOT NULL')
  return {
    row: (id) => get.get(id),
    rows: () => all.all(),
    insert(head, isSample, at) {
      const json = JSON.stringify(head)
      const flag = isSample ? 1 : 0
      insert.run(head.id, head.sourceLocale, json, flag, at, at, sealed(head, json, flag, at))
    },
    update(row, head) {
      const json = JSON.stringify(head)
      update.run(json, sealed(head, json, row.sample, row.created_at), row.id)
    },
    touch: (id, at) => void touch.run(at, id),
    setDeleted: (id, at) => void setDeleted.run(at, id),
    sample: () => sample.get(),
    purge: () => purge.run().changes,
  }
}

/** The head in a row. Throws LIBRARY_DAMAGED. */
export function headIn(file: string, row: HeadRow): Head {
  const columns = [row.id, row.source_locale, row.head, row.sample, row.created_at]
  const json = unsealed(file, 'postmortem', row.id, columns, row.hash, row.head)
  const parsed = v.safeParse(HeadSchema, json)
  if (!parsed.success || parsed.output.id !== row.id) throw damaged(file, 'postmortem', row.id)
  return parsed.output
}
