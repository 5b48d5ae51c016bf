import * as v from 'valibot'
import type { Audience } from '../../model/document/audience.ts'
import { ReleaseRecordSchema, type ReleaseRecord } from '../../model/releases/record.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'

interface Row {
  readonly id: string
  readonly audience: string
  readonly number: number
  readonly json: string
  readonly hash: Buffer
}

/** What was published. Nothing here is ever changed; a release that could not be written is taken out again. */
export interface ReleaseTable {
  add(postmortem: string, record: ReleaseRecord): void
  remove(postmortem: string, release: string): void
  /** The newest for an audience. Throws LIBRARY_DAMAGED, naming the row. */
  last(postmortem: string, audience: Audience): ReleaseRecord | undefined
  /** All of them, the newest first. Throws LIBRARY_DAMAGED. */
  read(postmortem: string): ReleaseRecord[]
}

export function releaseTable(connection: Connection, file: string): ReleaseTable {
  const add = connection.prepare(
    'INSERT INTO release (postmortem, id, audience, number, json, hash) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = connection.prepare('DELETE FROM release WHERE postmortem = ? AND id = ?')
  const newest = connection.prepare<[string, string], Pick<Row, 'id'>>(
    'SELECT id FROM release WHERE postmortem = ? AND audience = ? ORDER BY number DESC LIMIT 1',
  )
  const last = connection.prepare<[string, string], Row>(
    'SELECT * FROM release WHERE postmortem = ? AND audience = ? ORDER BY number DESC LIMIT 1',
  )
  const all = connection.prepare<[string], Row>(
    'SELECT * FROM release WHERE postmortem = ? ORDER BY id DESC',
  )
  const recordOf = (postmortem: string, row: Row): ReleaseRecord => {
    const { id, audience, number, json, hash } = row
    const columns = [postmortem, id, audience, number, json]
    const parsed = v.safeParse(
      ReleaseRecordSchema,
      unsealed(file, 'release', id, columns, hash, json),
    )
    if (!parsed.success) throw damaged(file, 'release', id)
    return parsed.output
  }
  // A release never changes, and a preview asks for the last one at every word.
  let known: ReleaseRecord | undefined
  return {
    add(postmortem, record) {
      const { release, audience, number } = record.manifest
      const columns = [postmortem, release, audience, number, JSON.stringify(record)]
      add.run(...columns, seal(columns))
    },
    remove: (postmortem, release) => void remove.run(postmortem, release),
    last(postmortem, audience) {
      const id = newest.get(postmortem, audience)?.id
      if (id === undefined) return undefined
      if (id === known?.manifest.release) return known
      const row = last.get(postmortem, audience)
      known = row && recordOf(postmortem, row)
      return known
    },
    read: (postmortem) => all.all(postmortem).map((row) => recordOf(postmortem, row)),
  }
}
