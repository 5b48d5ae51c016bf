import type { Connection } from '../connection.ts'

/**
 * Postmortems with everything in them. `json` and `head` hold what the model's schemas parse; the columns beside
 * them are what SQL needs. `hash` seals a row. `unit` is derived: every text of a postmortem by the row that owns it,
 * with the hash of its content, so that progress is counted and uniqueness kept without reading documents.
 * Translations hang on unit ids and not on blocks: they outlive a removed block.
 */
export function addPostmortems(connection: Connection): void {
  connection.exec(`
    CREATE TABLE postmortem (
      id TEXT NOT NULL PRIMARY KEY,
      source_locale TEXT NOT NULL,
      head TEXT NOT NULL,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      revision INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE section (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      json TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, id)
    ) STRICT;

    CREATE TABLE block (
      postmortem TEXT NOT NULL,
      id TEXT NOT NULL,
      section TEXT NOT NULL,
      json TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, id),
      FOREIGN KEY (postmortem, section) REFERENCES section (postmortem, id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX block_section ON block (postmortem, section);

    CREATE TABLE workstream (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      json TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, id)
    ) STRICT;

    CREATE TABLE fact (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      position INTEGER NOT NULL,
      json TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, id)
    ) STRICT;

    CREATE TABLE translation (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      locale TEXT NOT NULL,
      unit TEXT NOT NULL,
      content TEXT NOT NULL,
      state TEXT NOT NULL,
      origin TEXT NOT NULL,
      source_hash TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      blank INTEGER NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, locale, unit)
    ) STRICT;

    CREATE TABLE unit (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      owner TEXT NOT NULL,
      id TEXT NOT NULL,
      source_hash TEXT NOT NULL,
      blank INTEGER NOT NULL,
      PRIMARY KEY (postmortem, owner, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX unit_id ON unit (postmortem, id);
  `)
}
