import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
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

export interface Opened {
  readonly connection: Connection
  readonly readOnly: boolean
  /** The file was made by this call. */
  readonly fresh: boolean
  /** Written by a later version of the app; what is in it may not be what we take it for. */
  readonly newer: boolean
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
function prepared(connection: Connection, prepare: (connection: Connection) => void): Connection {
  try {
    prepare(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function openReadOnly(file: string): Opened {
  if (!existsSync(file)) throw new Refusal('LIBRARY_UNREADABLE', { file, why: 'ENOENT' })
  let newer = false
  const connection = prepared(connectReadOnly(file), (it) => {
    const header = headerOf(it)
    assertOurs(file, header)
    newer = header.version > VERSION
    // An older one would have to be raised first, and that is a write.
    if (header.version < VERSION) throw new Refusal('LIBRARY_READ_ONLY', { file })
    assertSound(file, it)
  })
  return { connection, readOnly: true, fresh: false, newer }
}

function openForWriting(file: string, now: Date): Opened {
  make(file)
  let fresh = false
  const connection = prepared(connect(file), (it) => {
    const header = headerOf(it)
    assertOurs(file, header)
    if (header.version > VERSION)
      throw new Refusal('LIBRARY_NEWER', { file, version: header.version, supported: VERSION })
    fresh = header.tables === 0
    makeDurable(it)
    // Takes the lock now, so that a second process hears of it here and not at its first save.
    it.transaction(() => {}).exclusive()
    assertSound(file, it)
    if (!fresh && header.version < VERSION) backUp(it, file, now)
    migrate(it)
  })
  return { connection, readOnly: false, fresh, newer: false }
}

/**
 * Opens the library file, makes it where it is missing and raises it where it is older (after a verified backup).
 * Throws the refusals LIBRARY_NEWER, LIBRARY_DAMAGED, LIBRARY_UNREADABLE, DISK_FULL and BACKUP_FAILED, and
 * SQLite's own errors.
 */
export function open(file: string, readOnly: boolean, now: Date): Opened {
  try {
    return readOnly ? openReadOnly(file) : openForWriting(file, now)
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB')
      throw new Refusal('LIBRARY_DAMAGED', { file, row: '' }, error)
    throw error
  }
}
