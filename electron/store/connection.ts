import Database from 'better-sqlite3'

export type Connection = Database.Database

/** "AFTW" in ASCII, in the file's header: says that a SQLite file is one of ours. */
export const APPLICATION_ID = 0x41465457

/** How long opening waits for another process that is just closing. */
const OPENING_TIMEOUT = 1000

/** The versions that the header tells, read before anything is written to the file. */
export interface Header {
  readonly applicationId: number
  readonly version: number
  readonly tables: number
}

const numberOf = (connection: Connection, pragma: string): number =>
  Number(connection.pragma(pragma, { simple: true }))

export const headerOf = (connection: Connection): Header => ({
  applicationId: numberOf(connection, 'application_id'),
  version: numberOf(connection, 'user_version'),
  tables: Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()),
})

/** A connection that holds the file for itself from its first read on; a second process gets SQLITE_BUSY. */
export function connect(file: string): Connection {
  const connection = new Database(file, { timeout: OPENING_TIMEOUT })
  connection.pragma('locking_mode = EXCLUSIVE')
  connection.pragma('trusted_schema = OFF')
  return connection
}

export function connectReadOnly(file: string): Connection {
  const connection = new Database(file, { readonly: true, timeout: OPENING_TIMEOUT })
  connection.pragma('trusted_schema = OFF')
  return connection
}

/**
 * Makes a commit mean "on the disk". better-sqlite3 runs WAL at synchronous=NORMAL whatever the pragma read before
 * the first statement, and NORMAL loses acknowledged commits in a power cut: so FULL is set, and read back after
 * the file has been read. `fullfsync` asks macOS to flush the drive's own cache (F_FULLFSYNC); others ignore it.
 */
export function makeDurable(connection: Connection): void {
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'fullfsync = 1',
    'checkpoint_fullfsync = 1',
    'foreign_keys = ON',
    'secure_delete = ON',
    'mmap_size = 0',
    'busy_timeout = 5000',
  ])
    connection.pragma(pragma)
  headerOf(connection)
  connection.pragma('synchronous = FULL')
  for (const [pragma, wanted] of [
    ['synchronous', 2],
    ['journal_mode', 'wal'],
    ['foreign_keys', 1],
    ['locking_mode', 'exclusive'],
  ] as const) {
    const got = connection.pragma(pragma, { simple: true })
    if (got !== wanted) throw new Error(`${pragma} is ${String(got)}, not ${String(wanted)}`)
  }
}

/** Empty where SQLite finds the file's structure sound, else its first complaint. */
export function complaintAbout(connection: Connection): string {
  const said = connection.pragma('quick_check(1)', { simple: true })
  return said === 'ok' ? '' : String(said)
}
