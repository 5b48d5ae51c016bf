import type { Connection } from '../connection.ts'

/** How an organisation's pages look. Deleted themes can be brought back until the library is next opened. */
export function addThemes(connection: Connection): void {
  connection.exec(`
    CREATE TABLE theme (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      json TEXT NOT NULL,
      created_at TEXT NOT NULL,
      deleted_at TEXT,
      hash BLOB NOT NULL
    ) STRICT;
  `)
}
