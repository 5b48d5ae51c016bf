import type { Connection } from '../connection.ts'

/**
 * What the checks of translations are told: problems that a person set aside for the texts with these hashes, and what
 * weighs otherwise than by default in this library.
 */
export function addChecks(connection: Connection): void {
  connection.exec(`
    CREATE TABLE ignored (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      locale TEXT NOT NULL,
      unit TEXT NOT NULL,
      rule TEXT NOT NULL,
      reason TEXT NOT NULL,
      source_hash TEXT NOT NULL,
      target_hash TEXT NOT NULL,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, locale, unit, rule)
    ) STRICT;

    CREATE TABLE weight (
      rule TEXT NOT NULL PRIMARY KEY,
      weight TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
  `)
}
