import type { Connection } from '../connection.ts'

/** The termbase: a concept a row, with its terms in all languages, for every postmortem of the library. */
export function addTerms(connection: Connection): void {
  connection.exec(`
    CREATE TABLE concept (
      id TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
  `)
}
