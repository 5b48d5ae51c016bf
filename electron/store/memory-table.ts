import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { EntrySchema, type Entry, type StoredEntry } from '../../model/memory/entry.ts'
import { pairOf } from '../../model/memory/pair.ts'
import { plainOf, profileOf } from '../../model/memory/profile.ts'
import { storedTokens, type Abbreviations } from '../../model/memory/stored.ts'
import type { Tokens } from '../../model/memory/tokens.ts'
import { fold } from '../../model/search/fold.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'

/** Where an entry belongs. */
export type EntryOwner = { readonly postmortem: string } | { readonly file: string }

/** A unit by its id, and the hashes of the texts around it. */
export type Near = Pick<Entry, 'unit' | 'previous' | 'next'>

/** What came into the memory or went, for whoever keeps its tokens. */
export type MemoryChange =
  | { readonly type: 'put'; readonly pair: string; readonly id: number; readonly tokens: Tokens }
  | { readonly type: 'remove'; readonly pair: string; readonly id: number }

export interface MemoryRow {
  readonly id: number
  readonly source_locale: string
  readonly target_locale: string
  readonly source: string
  readonly target: string
  readonly origin: string
  readonly author: string | null
  readonly at: string
  readonly postmortem: string | null
  readonly file: string | null
  /** What the file is called. */
  readonly file_name: string | null
  readonly unit: string
  readonly source_hash: string
  readonly previous: string
  readonly next: string
  readonly hash: Buffer
}

export interface MemoryTable {
  put(entry: Entry, owner: EntryOwner): MemoryChange & { readonly type: 'put' }
  /** What is remembered of a unit goes. */
  removeUnit(postmortem: string, unit: string, locale: string): MemoryChange[]
  /** Entries by id, without those of postmortems in the bin. A damaged one is left out: the rest is still of use. */
  read(ids: readonly number[]): StoredEntry[]
  /**
   * The ids of the entries with exactly this source and its marks: the same unit or the same surroundings first, then the
   * newest. `exact` as `exactOf` has it.
   */
  exact(pair: string, exact: Buffer, near: Near, limit: number): number[]
  isEmpty(): boolean
}

/** What two sources must share to be an exact match. */
export const exactOf = (coded: string): Buffer =>
  createHash('sha256').update(coded).digest().subarray(0, 16)

const bytesOf = (tokens: Tokens): Buffer =>
  Buffer.from(tokens.buffer, tokens.byteOffset, tokens.byteLength)

/** The columns under the seal, in the order of `SEALED`. */
const columnsOf = (row: Omit<MemoryRow, 'hash' | 'file_name'>): (number | string | null)[] => [
  row.id,
  row.source_locale,
  row.target_locale,
  row.source,
  row.target,
  row.origin,
  row.author,
  row.at,
  row.postmortem,
  row.file,
  row.unit,
  row.source_hash,
  row.previous,
  row.next,
]

/** Rows with the names of their files. */
export const WHOLE = `SELECT memory.*, f.name AS file_name FROM memory LEFT JOIN memory_file f ON f.id = memory.file`

/** Not of a postmortem in the bin. */
export const HERE = `NOT EXISTS
  (SELECT 1 FROM postmortem p WHERE p.id = memory.postmortem AND p.deleted_at IS NOT NULL)`

/** Throws LIBRARY_DAMAGED. */
export function entryIn(file: string, row: MemoryRow): StoredEntry {
  const parsed = v.safeParse(EntrySchema, {
    sourceLocale: row.source_locale,
    targetLocale: row.target_locale,
    source: unsealed(file, 'memory', String(row.id), columnsOf(row), row.hash, row.source),
    // Under the seal that was just looked at.
    target: JSON.parse(row.target) as unknown,
    origin: row.origin,
    author: row.author,
    at: row.at,
    unit: row.unit,
    sourceHash: row.source_hash,
    previous: row.previous,
    next: row.next,
  })
  if (!parsed.success) throw damaged(file, 'memory', String(row.id))
  return { ...parsed.output, id: row.id, postmortem: row.postmortem, file: row.file_name }
}

export function memoryTable(
  connection: Connection,
  file: string,
  abbreviations: Abbreviations,
): MemoryTable {
  const insert = connection.prepare(
    `INSERT INTO memory (id, source_locale, target_locale, source, target, origin, author, at, postmortem, file, unit,
         source_hash, previous, next, pair, exact, folded_source, folded_target, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertTokens = connection.prepare(
    'INSERT INTO memory_tokens (memory, pair, tokens) VALUES (?, ?, ?)',
  )
  const next = connection.prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM memory').pluck()
  const ofUnit = connection.prepare<[string, string, string], { id: number; pair: string }>(
    'SELECT id, pair FROM memory WHERE postmortem = ? AND unit = ? AND target_locale = ?',
  )
  const remove = connection.prepare('DELETE FROM memory WHERE id = ?')
  const get = connection.prepare<[number], MemoryRow>(`${WHOLE} WHERE memory.id = ? AND ${HERE}`)
  const exact = connection
    .prepare<[{ pair: string; exact: Buffer; limit: number } & Near], number>(
      `SELECT id FROM memory WHERE pair = @pair AND exact = @exact
         ORDER BY (unit = @unit) + (previous = @previous AND next = @next) DESC, id DESC LIMIT @limit`,
    )
    .pluck()
  const any = connection.prepare('SELECT 1 FROM memory LIMIT 1').pluck()
  return {
    put(entry, owner) {
      const { source, target, sourceLocale, targetLocale } = entry
      const pair = pairOf(sourceLocale, targetLocale)
      const id = next.get() ?? 1
      const columns = columnsOf({
        id,
        source_locale: sourceLocale,
        target_locale: targetLocale,
        source: JSON.stringify(source),
        target: JSON.stringify(target),
        origin: entry.origin,
        author: entry.author,
        at: entry.at,
        postmortem: 'postmortem' in owner ? owner.postmortem : null,
        file: 'file' in owner ? owner.file : null,
        unit: entry.unit,
        source_hash: entry.sourceHash,
        previous: entry.previous,
        next: entry.next,
      })
      const tokens = storedTokens(
        { content: source, locale: sourceLocale },
        { content: target, locale: targetLocale },
        abbreviations,
      )
      const { coded, plain } = profileOf(source, sourceLocale)
      insert.run(
        ...columns,
        pair,
        exactOf(coded),
        fold(plain, false).text,
        fold(plainOf(target), false).text,
        seal(columns),
      )
      insertTokens.run(id, pair, bytesOf(tokens))
      return { type: 'put', pair, id, tokens }
    },
    removeUnit: (postmortem, unit, locale) =>
      ofUnit.all(postmortem, unit, locale).map(({ id, pair }) => {
        remove.run(id)
        return { type: 'remove', pair, id }
      }),
    read: (ids) =>
      ids.flatMap((id) => {
        const row = get.get(id)
        if (row === undefined) return []
        try {
          return [entryIn(file, row)]
        } catch {
          return []
        }
      }),
    exact: (pair, key, { unit, previous, next }, limit) =>
      exact.all({ pair, exact: key, unit, previous, next, limit }),
    isEmpty: () => any.get() === undefined,
  }
}
