import type { StoredEntry } from '../../model/memory/entry.ts'
import type { Connection } from './connection.ts'
import type { TokenPage } from './memory.ts'
import { entryIn, HERE, WHOLE, type MemoryRow } from './memory-table.ts'

/** Ids above `after` and up to `to`. */
export interface Range {
  readonly after: number
  readonly to: number
}

/** The memory from one id to another: what goes through all of it does so in pieces. */
export interface MemoryPages {
  last(): number
  tokens(pair: string, range: Range): TokenPage
  holding(pair: string, side: 'source' | 'target', folded: string, range: Range): number[]
  entries(pair: string | null, range: Range): StoredEntry[]
}

export function memoryPages(connection: Connection, file: string): MemoryPages {
  const last = connection.prepare<[], number>('SELECT coalesce(max(id), 0) FROM memory').pluck()
  const tokens = connection.prepare<[number, number, string], { memory: number; tokens: Buffer }>(
    'SELECT memory, tokens FROM memory_tokens WHERE memory > ? AND memory <= ? AND pair = ? ORDER BY memory',
  )
  // By id and not by pair: an index of pairs would be gone through whole for each piece.
  const holding = (side: 'source' | 'target') =>
    connection
      .prepare<[number, number, string, string], number>(
        `SELECT id FROM memory NOT INDEXED WHERE id > ? AND id <= ? AND pair = ? AND instr(folded_${side}, ?) > 0 AND ${HERE}
           ORDER BY id DESC`,
      )
      .pluck()
  const sides = { source: holding('source'), target: holding('target') }
  const entries = connection.prepare<[number, number], MemoryRow & { pair: string }>(
    `${WHOLE} WHERE memory.id > ? AND memory.id <= ? AND ${HERE} ORDER BY memory.id`,
  )
  return {
    last: () => last.get() ?? 0,
    tokens(pair, { after, to }) {
      const rows = tokens.all(after, to, pair)
      const lengths = Uint32Array.from(rows, (row) => row.tokens.length / 4)
      const all = new Uint8Array(rows.reduce((sum, row) => sum + row.tokens.length, 0))
      let at = 0
      for (const row of rows) {
        all.set(row.tokens, at)
        at += row.tokens.length
      }
      return {
        ids: Uint32Array.from(rows, ({ memory }) => memory),
        lengths,
        tokens: new Uint32Array(all.buffer),
      }
    },
    holding: (pair, side, folded, { after, to }) => sides[side].all(after, to, pair, folded),
    entries: (pair, { after, to }) =>
      entries.all(after, to).flatMap((row) => {
        if (pair !== null && row.pair !== pair) return []
        try {
          return [entryIn(file, row)]
        } catch {
          return []
        }
      }),
  }
}
