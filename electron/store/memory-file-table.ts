import type { Connection } from './connection.ts'
import type { MemoryChange } from './memory-table.ts'
import { seal } from './seal.ts'

/** A file that entries came from, and how many. `at` is RFC 3339 in UTC. */
export interface MemoryFile {
  readonly id: string
  readonly name: string
  readonly at: string
  readonly entries: number
}

/** The files that entries came from. */
export interface MemoryFileTable {
  /** Those that are whole, the newest first. */
  list(): MemoryFile[]
  insert(id: string, name: string, at: string): void
  complete(id: string): void
  /** Removes up to so many of its entries and says which. */
  dropEntries(id: string, count: number): MemoryChange[]
  remove(id: string): void
  /** Files that were never complete, with their entries. */
  purge(): void
}

export function memoryFileTable(connection: Connection): MemoryFileTable {
  const list = connection.prepare<[], MemoryFile>(
    `SELECT id, name, at, (SELECT count(*) FROM memory WHERE file = memory_file.id) AS entries
       FROM memory_file WHERE complete = 1 ORDER BY at DESC, id DESC`,
  )
  const insert = connection.prepare(
    'INSERT INTO memory_file (id, name, at, complete, hash) VALUES (?, ?, ?, 0, ?)',
  )
  const complete = connection.prepare('UPDATE memory_file SET complete = 1 WHERE id = ?')
  const some = connection.prepare<[string, number], { id: number; pair: string }>(
    'SELECT id, pair FROM memory WHERE file = ? LIMIT ?',
  )
  const removeEntry = connection.prepare('DELETE FROM memory WHERE id = ?')
  const remove = connection.prepare('DELETE FROM memory_file WHERE id = ?')
  const purge = connection.prepare('DELETE FROM memory_file WHERE complete = 0')
  return {
    list: () => list.all(),
    insert: (id, name, at) => void insert.run(id, name, at, seal([id, name, at])),
    complete: (id) => void complete.run(id),
    dropEntries: (id, count) =>
      some.all(id, count).map((entry) => {
        removeEntry.run(entry.id)
        return { type: 'remove', ...entry }
      }),
    remove: (id) => void remove.run(id),
    purge: () => void purge.run(),
  }
}
