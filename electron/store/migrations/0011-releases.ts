import type { Connection } from '../connection.ts'

/** What was published for each audience, with what its readers got: so that nothing published changes unsaid. */
export function addReleases(connection: Connection): void {
  connection.exec(`
    CREATE TABLE release (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      audience TEXT NOT NULL,
      number INTEGER NOT NULL,
      json TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, audience, number)
    ) STRICT;
  `)
}
