import type { Connection } from '../connection.ts'

/**
 * The translation memory. An entry is a text with its translation: of a unit that somebody confirmed (`postmortem`, `unit`),
 * with the hashes of its source and of the texts around it, or of a file (`file`). It is kept apart by `pair`, languages
 * with their scripts; `exact` is the hash of what an exact match must have. `folded_source` and `folded_target` are what a
 * concordance looks through. `memory_tokens` is derived: the tokens of each source, to look for what is alike
 * without taking texts apart. `position` of a block is its order in the document: what stands before and after it is
 * found without reading the section.
 */
export function addMemory(connection: Connection): void {
  connection.exec(`
    ALTER TABLE block ADD COLUMN position TEXT NOT NULL DEFAULT '';
    UPDATE block SET position = coalesce(CASE WHEN json_valid(json) THEN json_extract(json, '$.order') END, '');
    CREATE INDEX block_position ON block (postmortem, section, position, id);

    CREATE TABLE memory_file (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      at TEXT NOT NULL,
      complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
      hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE memory (
      id INTEGER NOT NULL PRIMARY KEY,
      pair TEXT NOT NULL,
      exact BLOB NOT NULL,
      source_locale TEXT NOT NULL,
      target_locale TEXT NOT NULL,
      source TEXT NOT NULL,
      target TEXT NOT NULL,
      origin TEXT NOT NULL,
      author TEXT,
      at TEXT NOT NULL,
      postmortem TEXT REFERENCES postmortem (id) ON DELETE CASCADE,
      file TEXT REFERENCES memory_file (id) ON DELETE CASCADE,
      unit TEXT NOT NULL,
      source_hash TEXT NOT NULL,
      previous TEXT NOT NULL,
      next TEXT NOT NULL,
      folded_source TEXT NOT NULL,
      folded_target TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX memory_exact ON memory (pair, exact);
    CREATE UNIQUE INDEX memory_unit ON memory (postmortem, unit, target_locale) WHERE postmortem IS NOT NULL;
    CREATE INDEX memory_of_file ON memory (file) WHERE file IS NOT NULL;

    CREATE TABLE memory_tokens (
      memory INTEGER NOT NULL PRIMARY KEY REFERENCES memory (id) ON DELETE CASCADE,
      pair TEXT NOT NULL,
      tokens BLOB NOT NULL
    ) STRICT;
  `)
}
