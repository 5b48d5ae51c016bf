import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal, type Failure, type Result } from '../../model/errors/result.ts'

const noRoom = (file: string): boolean => {
  try {
    return statfsSync(dirname(file)).bavail === 0
  } catch {
    return false
  }
}

/**
 * SQLite's result codes (https://sqlite.org/rescode.html) as ours. SQLITE_FULL is ENOSPC; a quota or a failed flush
 * comes as an I/O error, so there the free space decides.
 */
function failureOf(code: string, file: string): Failure {
  if (code === 'SQLITE_FULL') return { code: 'DISK_FULL', params: { file } }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return { code: 'LIBRARY_IN_USE', params: { file } }
  if (code.startsWith('SQLITE_CORRUPT')) return { code: 'LIBRARY_DAMAGED', params: { file } }
  if (code === 'SQLITE_READONLY_DBMOVED') return { code: 'LIBRARY_MOVED', params: { file } }
  if (code.startsWith('SQLITE_READONLY')) return { code: 'LIBRARY_READ_ONLY', params: { file } }
  if (code.startsWith('SQLITE_IOERR') && noRoom(file))
    return { code: 'DISK_FULL', params: { file } }
  return { code: 'LIBRARY_UNREADABLE', params: { file, why: code } }
}

/** What `action` answers, or what SQLite or the store refused as a value. A defect of ours goes on as a throw. */
export function guard<T>(file: string, action: () => T): Result<T> {
  try {
    return { ok: true, value: action() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.failure }
    if (error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT'))
      return { ok: false, error: failureOf(error.code, file) }
    throw error
  }
}
