import type { Connection } from './connection.ts'
import { damaged } from './row.ts'
import { seal } from './seal.ts'

/** A state of a postmortem: begun at `since`, last saved at `at` by `author` (empty: not known). */
export interface Version {
  readonly number: number
  readonly since: string
  readonly at: string
  readonly author: string
  /** Null where nobody named it. */
  readonly name: string | null
}

interface Row extends Version {
  readonly hash: Buffer
}

export interface VersionTable {
  /** From the first to the one that stands now. Throws LIBRARY_DAMAGED, naming the row. */
  read(postmortem: string): Version[]
  /** The one that stands now. Its seal is not looked at: damage to the history must not keep a person from saving. */
  last(postmortem: string): Version | undefined
  /** The number of the one before another. */
  before(postmortem: string, number: number): number | undefined
  put(postmortem: string, version: Version): void
  remove(postmortem: string, number: number): void
}

export function versionTable(connection: Connection, file: string): VersionTable {
  const read = connection.prepare<[string], Row>(
    'SELECT number, since, at, author, name, hash FROM version WHERE postmortem = ? ORDER BY number',
  )
  const last = connection.prepare<[string], Version>(
    `SELECT number, since, at, author, name FROM version WHERE postmortem = ?
       ORDER BY number DESC LIMIT 1`,
  )
  const put = connection.prepare(
    `INSERT INTO version (postmortem, number, since, at, author, name, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET since = excluded.since, at = excluded.at, author = excluded.author,
         name = excluded.name, hash = excluded.hash`,
  )
  const before = connection
    .prepare<[string, number], number>(
      'SELECT number FROM version WHERE postmortem = ? AND number < ? ORDER BY number DESC LIMIT 1',
    )
    .pluck()
  const remove = connection.prepare('DELETE FROM version WHERE postmortem = ? AND number = ?')
  const sealed = (
    postmortem: string,
    { number, since, at, author, name }: Version,
  ): (string | number | null)[] => [postmortem, number, since, at, author, name]
  const checked = (postmortem: string, { hash, ...version }: Row): Version => {
    if (!seal(sealed(postmortem, version)).equals(hash))
      throw damaged(file, 'version', `${postmortem} ${version.number}`)
    return version
  }
  return {
    read: (postmortem) => read.all(postmortem).map((row) => checked(postmortem, row)),
    last: (postmortem) => last.get(postmortem),
    before: (postmortem, number) => before.get(postmortem, number),
    put(postmortem, version) {
      const columns = sealed(postmortem, version)
      put.run(...columns, seal(columns))
    },
    remove: (postmortem, number) => void remove.run(postmortem, number),
  }
}
