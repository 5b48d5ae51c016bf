import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { createHash } from 'node:crypto'
import { Refusal } from '../../model/errors/result.ts'
import { complaintAbout, connectReadOnly, headerOf, type Connection } from './connection.ts'

const KEPT = 5
const DAY = 24 * 60 * 60 * 1000

export const backupFolder = (file: string): string => join(dirname(file), 'backup')

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    // Windows cannot flush a folder; there the rename is written through.
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(handle)
  }
}

/** A digest of every row of every table, whatever the version of the library. */
function digest(connection: Connection): string {
  const hash = createHash('sha256')
  const tables = connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  for (const table of tables) {
    hash.update(`\n${table}`)
    const rows = connection.prepare(`SELECT * FROM "${table.replaceAll('"', '""')}"`).raw()
    for (const row of rows.iterate() as IterableIterator<unknown[]>)
      for (const value of row)
        // An image as JSON would be five times as long.
        if (value instanceof Uint8Array) hash.update(`\n${value.length}:`).update(value)
        else hash.update(`\n${JSON.stringify(typeof value === 'bigint' ? String(value) : value)}`)
  }
  return hash.digest('hex')
}

function assertEqual(connection: Connection, copy: string): void {
  const opened = connectReadOnly(copy)
  try {
    const complaint = complaintAbout(opened)
    if (complaint !== '') throw new Error(complaint)
    if (headerOf(opened).version !== headerOf(connection).version) throw new Error('version')
    if (digest(opened) !== digest(connection)) throw new Error('rows differ')
  } finally {
    opened.close()
  }
}

const stemOf = (file: string): string => basename(file, extname(file))
/** Sorts as the time does. */
const stampOf = (time: Date): string => time.toISOString().replaceAll(/[-:]/g, '')

/** The names of a library's backups, the oldest first. */
function backupsOf(file: string): string[] {
  const folder = backupFolder(file)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stemOf(file)}.`) && !name.endsWith('.partial'))
    .toSorted()
}

/** Is the last backup of a library more than a day old? */
export function backupDue(file: string, now: Date): boolean {
  const last = backupsOf(file).at(-1)
  return last === undefined || last < `${stemOf(file)}.${stampOf(new Date(now.getTime() - DAY))}`
}

/**
 * A copy of the library in the folder `backup` beside it, opened again and compared row by row before it gets its
 * name; the last five of a library are kept. Returns the copy's path. Throws BACKUP_FAILED.
 */
export function backUp(connection: Connection, file: string, now: Date): string {
  const folder = backupFolder(file)
  const { version } = headerOf(connection)
  const copy = join(folder, `${stemOf(file)}.${stampOf(now)}.v${version}${extname(file)}`)
  const partial = `${copy}.partial`
  try {
    mkdirSync(folder, { recursive: true })
    rmSync(partial, { force: true })
    closeSync(openSync(partial, 'wx', 0o600))
    // Not a copy of the file: VACUUM INTO reads through the write-ahead log and fails on a damaged page.
    connection.prepare('VACUUM INTO ?').run(partial)
    assertEqual(connection, partial)
    flush(partial)
    renameSync(partial, copy)
    flush(folder)
    for (const name of backupsOf(file).slice(0, -KEPT)) rmSync(join(folder, name))
    return copy
  } catch (cause) {
    if (existsSync(partial)) rmSync(partial)
    const { code, message } = cause as NodeJS.ErrnoException
    throw new Refusal('BACKUP_FAILED', { file, why: code ?? message }, cause)
  }
}
