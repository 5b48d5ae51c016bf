import type { Connection } from '../connection.ts'

/** The person's settings, and a bin: what is deleted can be brought back until the library is next opened. */
export function addSettingsAndBin(connection: Connection): void {
  connection.exec(`
    ALTER TABLE postmortem ADD COLUMN deleted_at TEXT;

    CREATE TABLE settings (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      json TEXT NOT NULL
    ) STRICT;
  `)
}
