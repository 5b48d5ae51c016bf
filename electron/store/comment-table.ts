import * as v from 'valibot'
import { CommentSchema, type Comment } from '../../model/document/comment.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'

interface Row {
  readonly id: string
  readonly unit: string
  readonly json: string
  readonly hash: Buffer
}

/** What is said about the units of a postmortem. It is no part of the document, and so of no version. */
export interface CommentTable {
  put(postmortem: string, comment: Comment): void
  remove(postmortem: string, id: string): void
  /** Throws LIBRARY_DAMAGED, naming the row. */
  read(postmortem: string): Comment[]
}

export function commentTable(connection: Connection, file: string): CommentTable {
  const put = connection.prepare(
    `INSERT INTO comment (postmortem, id, unit, json, hash) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET unit = excluded.unit, json = excluded.json, hash = excluded.hash`,
  )
  const remove = connection.prepare('DELETE FROM comment WHERE postmortem = ? AND id = ?')
  const read = connection.prepare<[string], Row>(
    'SELECT id, unit, json, hash FROM comment WHERE postmortem = ? ORDER BY id',
  )
  return {
    put(postmortem, comment) {
      const columns = [postmortem, comment.id, comment.unit, JSON.stringify(comment)]
      put.run(...columns, seal(columns))
    },
    remove: (postmortem, id) => void remove.run(postmortem, id),
    read: (postmortem) =>
      read.all(postmortem).map(({ id, unit, json, hash }) => {
        const raw = unsealed(file, 'comment', id, [postmortem, id, unit, json], hash, json)
        const parsed = v.safeParse(CommentSchema, raw)
        if (!parsed.success) throw damaged(file, 'comment', id)
        return parsed.output
      }),
  }
}
