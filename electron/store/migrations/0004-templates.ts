import type { Connection } from '../connection.ts'

/** Templates that a person saved. Deleted ones can be brought back until the library is next opened. */
export function addTemplates(connection: Connection): void {
  connection.exec(`
    CREATE TABLE template (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      json TEXT NOT NULL,
      created_at TEXT NOT NULL,
      deleted_at TEXT,
      hash BLOB NOT NULL
    ) STRICT;
  `)
}
