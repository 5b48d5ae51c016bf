import type { Connection } from './connection.ts'
import type { MemoryChange } from './memory-table.ts'
import { seal } from './seal.ts'

/** The files that entries came from. */
export interface MemoryFileTable {
  insert(id: string, name: string, at: string): void
  complete(id: string): void
  /** Removes up to so many of its entries and says which. */
  dropEntries(id: string, count: number): MemoryChange[]
  remove(id: string): void
  /** Files that were never complete, with their entries. */
  purge(): void
}

export function memoryFileTable(connection: Connection): MemoryFileTable {
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
