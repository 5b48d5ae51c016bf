import type { Connection } from '../connection.ts'
import { seal } from '../seal.ts'

interface Row {
  readonly rowid: number
  readonly hash: Buffer
  readonly columns: string
}

/**
 * The work on a translation: the score of the match that it was taken from, who changed it last, and what the translator
 * had confirmed before somebody changed it. `source` holds what a translation was made from once the source has moved on,
 * a row for each unit and hash. `comment` holds what author and translator say to each other about a unit; both hang on
 * unit ids, as translations do.
 */
export function addWorkflow(connection: Connection): void {
  const rows = connection
    .prepare<[], Row>(
      `SELECT rowid, hash, json_array(postmortem, locale, unit, content, state, origin, source_hash, changed_at) AS columns
         FROM translation`,
    )
    .all()
  connection.exec(`
    ALTER TABLE translation ADD COLUMN score INTEGER;
    ALTER TABLE translation ADD COLUMN author TEXT;
    ALTER TABLE translation ADD COLUMN confirmed TEXT;
    CREATE INDEX translation_unit ON translation (postmortem, unit);

    CREATE TABLE source (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      unit TEXT NOT NULL,
      source_hash TEXT NOT NULL,
      content TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, unit, source_hash)
    ) STRICT;

    CREATE TABLE comment (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      unit TEXT NOT NULL,
      json TEXT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, id)
    ) STRICT;
  `)
  const update = connection.prepare('UPDATE translation SET hash = ? WHERE rowid = ?')
  for (const { rowid, hash, columns } of rows) {
    const values = JSON.parse(columns) as string[]
    // A broken seal must not get a good one on the way.
    if (seal(values).equals(hash)) update.run(seal([...values, null, null, null]), rowid)
  }
}
