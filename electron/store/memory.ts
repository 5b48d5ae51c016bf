import { newId } from '../../model/document/identifier.ts'
import type { Result } from '../../model/errors/result.ts'
import type { Entry, StoredEntry } from '../../model/memory/entry.ts'
import { pairOf } from '../../model/memory/pair.ts'
import { profileOf } from '../../model/memory/profile.ts'
import type { Connection } from './connection.ts'
import { memoryFileTable, type MemoryFile } from './memory-file-table.ts'
import { exactOf, type MemoryChange, type Near } from './memory-table.ts'
import { memoryPages, type MemoryPages, type Range } from './memory-pages.ts'
import { remember } from './remember.ts'
import type { Tables } from './tables.ts'
import type { UnitInPlace } from './surroundings.ts'

/** A text that is looked for, with where it stands; `unit`, `previous` and `next` are empty where it stands nowhere. */
export type Wanted = Pick<Entry, 'source' | 'sourceLocale' | 'targetLocale'> & Near

/** Tokens of entries one behind the other: `lengths` says how many each has. */
export interface TokenPage {
  readonly ids: Uint32Array<ArrayBuffer>
  readonly lengths: Uint32Array<ArrayBuffer>
  readonly tokens: Uint32Array<ArrayBuffer>
}

/**
 * The translation memory of the library. What takes long is asked for in pieces, so that whoever asks can let others
 * go first in between.
 */
export interface Memory {
  /** Called with what came and went, after it is on the disk. Returns what stops it. */
  listen(listener: (changes: readonly MemoryChange[]) => void): () => void
  /** The highest id; every entry is at or below it. */
  last(): Result<number>
  tokens(pair: string, range: Range): Result<TokenPage>
  /** Entries whose source is the same to the last mark: of the same unit or between the same texts first, then the newest. */
  exact(wanted: Wanted, limit: number): Result<number[]>
  read(ids: readonly number[]): Result<StoredEntry[]>
  /** Entries of a pair that have a folded text on one side, the newest first. */
  holding(pair: string, side: 'source' | 'target', folded: string, range: Range): Result<number[]>
  /** Entries by id, of one pair or of all. */
  entries(pair: string | null, range: Range): Result<StoredEntry[]>
  /** The source of a unit and what stands around it; null where there is none. */
  unit(postmortem: string, unit: string): Result<UnitInPlace | null>
  /** The files that were taken in, the newest first. */
  files(): Result<MemoryFile[]>
  /** Begins a file: its id. What is added to it stays only if `finish` is called before the library is closed. */
  begin(name: string): Result<string>
  /** `known`: those that are in the memory already, with the same translation; they are not added. */
  add(file: string, entries: readonly Entry[]): Result<{ added: number; known: number }>
  finish(file: string): Result<void>
  /** Removes up to so many entries of a file; true where that was all, and the file went too. */
  drop(file: string, count: number): Result<boolean>
}

/** How many entries with the same source are looked at to see whether one has the same translation. */
const MOST_ALIKE = 100

export interface Access {
  read<T>(action: () => T): Result<T>
  write<T>(action: () => T): Result<T>
  now(): string
}

export function memoryOf(
  connection: Connection,
  tables: Tables,
  { read, write, now }: Access,
): Memory & { tell(changes: readonly MemoryChange[]): void } {
  const files = memoryFileTable(connection)
  const pages: MemoryPages = memoryPages(connection, tables.file)
  const listeners = new Set<(changes: readonly MemoryChange[]) => void>()
  const tell = (changes: readonly MemoryChange[]): void => {
    if (changes.length > 0) for (const listener of listeners) listener(changes)
  }
  const exact = (entry: Wanted, limit: number) =>
    tables.memory.exact(
      pairOf(entry.sourceLocale, entry.targetLocale),
      exactOf(profileOf(entry.source, entry.sourceLocale).coded),
      entry,
      limit,
    )
  const isKnown = (entry: Entry): boolean => {
    const target = JSON.stringify(entry.target)
    return tables.memory
      .read(exact(entry, MOST_ALIKE))
      .some((other) => JSON.stringify(other.target) === target)
  }
  return {
    tell,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    last: () => read(() => pages.last()),
    tokens: (pair, range) => read(() => pages.tokens(pair, range)),
    exact: (wanted, limit) => read(() => exact(wanted, limit)),
    read: (ids) => read(() => tables.memory.read(ids)),
    holding: (pair, side, folded, range) => read(() => pages.holding(pair, side, folded, range)),
    entries: (pair, range) => read(() => pages.entries(pair, range)),
    unit: (postmortem, unit) => read(() => tables.surroundings.of(postmortem, unit) ?? null),
    files: () => read(() => files.list()),
    begin: (name) =>
      write(() => {
        const id = newId()
        files.insert(id, name, now())
        return id
      }),
    add(file, entries) {
      const changes: MemoryChange[] = []
      const added = write(() => {
        for (const entry of entries)
          if (!isKnown(entry)) changes.push(tables.memory.put(entry, { file }))
        return { added: changes.length, known: entries.length - changes.length }
      })
      if (added.ok) tell(changes)
      return added
    },
    finish: (file) => write(() => files.complete(file)),
    drop(file, count) {
      let changes: MemoryChange[] = []
      const dropped = write(() => {
        changes = files.dropEntries(file, count)
        if (changes.length === count) return false
        files.remove(file)
        return true
      })
      if (dropped.ok) tell(changes)
      return dropped
    },
  }
}

/**
 * Remembers what was confirmed before there was a memory, and forgets files whose import was cut off. Runs when the library
 * is opened, inside a transaction.
 */
export function prepareMemory(connection: Connection, tables: Tables): void {
  memoryFileTable(connection).purge()
  if (!tables.memory.isEmpty()) return
  const confirmed = connection.prepare<[], { id: string; locale: string }>(
    `SELECT DISTINCT p.id, p.source_locale AS locale FROM translation t JOIN postmortem p ON p.id = t.postmortem
       WHERE t.state <> 'draft'`,
  )
  for (const { id, locale } of confirmed.all()) {
    for (const translation of readable(tables, id))
      remember(tables, id, locale, translation, translation)
  }
}

/** A damaged postmortem says so when it is opened; it keeps nobody from the rest of the library. */
function readable(tables: Tables, id: string) {
  try {
    return tables.translations.read(id)
  } catch {
    return []
  }
}
