import type { Connection } from '../connection.ts'

/** Where the person was in each view of a postmortem, to come back to. It is no part of the document. */
export function addSpots(connection: Connection): void {
  connection.exec(`
    CREATE TABLE spot (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      view TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (postmortem, view)
    ) STRICT;
  `)
}
