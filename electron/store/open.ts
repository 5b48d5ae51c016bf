import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../../model/errors/result.ts'
import { backUp } from './backup.ts'
import {
  APPLICATION_ID,
  complaintAbout,
  connect,
  connectReadOnly,
  headerOf,
  makeDurable,
  type Connection,
  type Header,
} from './connection.ts'
import { migrate, VERSION } from './migrate.ts'
import { privateCopy } from './private-copy.ts'

export interface Opened {
  readonly connection: Connection
  readonly readOnly: boolean
  /** The file was made by this call. */
  readonly fresh: boolean
  /** The version of a library that a later app wrote; what is in it may not be what we take it for. */
  readonly newer: number | undefined
  close(): void
}

/** An empty file that only this person can read. SQLite gives its own files the same permissions. */
function make(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    closeSync(openSync(file, 'ax', 0o600))
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code === 'ENOSPC') throw new Refusal('DISK_FULL', { file }, cause)
    throw new Refusal('LIBRARY_UNREADABLE', { file, why: code }, cause)
  }
}

/** A disk, a folder or a file that this person may not write to. SQLite needs the folder for its log. */
function writable(file: string): boolean {
  try {
    accessSync(dirname(file), constants.W_OK)
    accessSync(file, constants.W_OK)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

function assertOurs(file: string, header: Header): void {
  const empty = header.tables === 0 && header.applicationId === 0
  if (!empty && header.applicationId !== APPLICATION_ID)
    throw new Refusal('LIBRARY_UNREADABLE', { file, why: 'not a library' })
}

function assertSound(file: string, connection: Connection): void {
  const complaint = complaintAbout(connection)
  if (complaint !== '') throw new Refusal('LIBRARY_DAMAGED', { file, row: '' }, complaint)
}

/** Runs `prepare` on a connection and closes it where that throws. */
function prepared<T>(connection: Connection, prepare: (connection: Connection) => T): T {
  try {
    return prepare(connection)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Reads the file in its place; undefined where it has to be a copy: SQLite cannot keep its log there, or it is older. */
function readInPlace(file: string): Opened | undefined {
  const connection = connectReadOnly(file)
  try {
    const header = headerOf(connection)
    assertOurs(file, header)
    if (header.version < VERSION) {
      connection.close()
      return undefined
    }
    assertSound(file, connection)
    return {
      connection,
      readOnly: true,
      fresh: false,
      newer: header.version > VERSION ? header.version : undefined,
      close: () => void connection.close(),
    }
  } catch (error) {
    connection.close()
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY')) return undefined
    throw error
  }
}

/** Reads a copy, raised to our version: the library itself stays as it is. */
function readCopy(file: string): Opened {
  const copy = privateCopy(file)
  try {
    return prepared(connect(copy.file), (connection) => {
      const header = headerOf(connection)
      assertOurs(file, header)
      assertSound(file, connection)
      migrate(connection)
      return {
        connection,
        readOnly: true,
        fresh: false,
        newer: header.version > VERSION ? header.version : undefined,
        close() {
          connection.close()
          copy.discard()
        },
      }
    })
  } catch (error) {
    copy.discard()
    throw error
  }
}

function openReadOnly(file: string): Opened {
  if (!existsSync(file)) throw new Refusal('LIBRARY_UNREADABLE', { file, why: 'ENOENT' })
  return readInPlace(file) ?? readCopy(file)
}

function openForWriting(file: string, now: Date): Opened {
  make(file)
  return prepared(connect(file), (connection) => {
    const header = headerOf(connection)
    assertOurs(file, header)
    if (header.version > VERSION)
      throw new Refusal('LIBRARY_NEWER', { file, version: header.version, supported: VERSION })
    const fresh = header.tables === 0
    makeDurable(connection)
    // Takes the lock now, so that a second process hears of it here and not at its first save.
    connection.transaction(() => {}).exclusive()
    assertSound(file, connection)
    if (!fresh && header.version < VERSION) backUp(connection, file, now)
    migrate(connection)
    return {
      connection,
      readOnly: false,
      fresh,
      newer: undefined,
      close: () => void connection.close(),
    }
  })
}

/**
 * Opens the library file, makes it where it is missing and raises it where it is older (after a verified backup).
 * One that cannot be written to is opened read-only. Throws the refusals LIBRARY_NEWER, LIBRARY_DAMAGED,
 * LIBRARY_UNREADABLE, DISK_FULL and BACKUP_FAILED, and SQLite's own errors.
 */
export function open(file: string, readOnly: boolean, now: Date): Opened {
  try {
    return readOnly || !writable(file) ? openReadOnly(file) : openForWriting(file, now)
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB')
      throw new Refusal('LIBRARY_DAMAGED', { file, row: '' }, error)
    throw error
  }
}
