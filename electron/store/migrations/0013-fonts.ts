import type { Connection } from '../connection.ts'

/**
 * The fonts of themes. `id` is the SHA-256 of the bytes, so that a font that two themes have stands once; a theme names it inside its JSON.
 * The bytes come last in the row, as those of images do.
 */
export function addFonts(connection: Connection): void {
  connection.exec(`
    CREATE TABLE font (
      id TEXT NOT NULL PRIMARY KEY,
      family TEXT NOT NULL,
      style TEXT NOT NULL,
      created_at TEXT NOT NULL,
      hash BLOB NOT NULL,
      size INTEGER NOT NULL,
      content BLOB NOT NULL
    ) STRICT;
  `)
}
