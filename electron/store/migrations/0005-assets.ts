import type { Connection } from '../connection.ts'

/**
 * Images. They are the library's and not a postmortem's: `id` is the SHA-256 of the bytes, so the same image in two
 * documents, in a copy or in an old version stands once. Nothing refers to them by a foreign key, because the references
 * are inside documents and their pasts; `asset-table.ts` says when one goes. The bytes come last in the row, so that
 * what is known of an image is read without them.
 */
export function addAssets(connection: Connection): void {
  connection.exec(`
    CREATE TABLE asset (
      id TEXT NOT NULL PRIMARY KEY,
      type TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      hash BLOB NOT NULL,
      size INTEGER NOT NULL,
      content BLOB NOT NULL
    ) STRICT;
  `)
}
