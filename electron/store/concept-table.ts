import * as v from 'valibot'
import { ConceptSchema, type Concept } from '../../model/terms/concept.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'

interface Row {
  readonly id: string
  readonly json: string
  readonly changed_at: string
  readonly hash: Buffer
}

export interface ConceptTable {
  count(): number
  /** Throws LIBRARY_DAMAGED. */
  read(id: string): Concept | undefined
  /** Up to so many above an id, by id. A damaged one is left out: the rest is still of use. `last` is the last row's id. */
  page(after: string, limit: number): { concepts: Concept[]; last: string | null }
  put(concept: Concept, at: string): void
  remove(id: string): void
}

export function conceptTable(connection: Connection, file: string): ConceptTable {
  const count = connection.prepare<[], number>('SELECT count(*) FROM concept').pluck()
  const get = connection.prepare<[string], Row>('SELECT * FROM concept WHERE id = ?')
  const page = connection.prepare<[string, number], Row>(
    'SELECT * FROM concept WHERE id > ? ORDER BY id LIMIT ?',
  )
  const put = connection.prepare(
    'INSERT OR REPLACE INTO concept (id, json, changed_at, hash) VALUES (?, ?, ?, ?)',
  )
  const remove = connection.prepare('DELETE FROM concept WHERE id = ?')
  const conceptIn = ({ id, json, changed_at: at, hash }: Row): Concept => {
    const parsed = v.safeParse(
      ConceptSchema,
      unsealed(file, 'concept', id, [id, json, at], hash, json),
    )
    if (!parsed.success || parsed.output.id !== id) throw damaged(file, 'concept', id)
    return parsed.output
  }
  const sound = (row: Row): Concept[] => {
    try {
      return [conceptIn(row)]
    } catch {
      return []
    }
  }
  return {
    count: () => count.get() ?? 0,
    read(id) {
      const row = get.get(id)
      return row && conceptIn(row)
    },
    page(after, limit) {
      const rows = page.all(after, limit)
      return { concepts: rows.flatMap(sound), last: rows.at(-1)?.id ?? null }
    },
    put(concept, at) {
      const json = JSON.stringify(concept)
      put.run(concept.id, json, at, seal([concept.id, json, at]))
    },
    remove: (id) => void remove.run(id),
  }
}
