import type { Connection } from '../connection.ts'
import { seal } from '../seal.ts'

/**
 * The versions of a postmortem. The one with the highest number is what stands now, and its row says when and by whom
 * it was last saved. `past` holds what each row was in an earlier version, written when the row was first changed
 * after it; `json` null: there was no such row. So a version costs what was changed since, and one that is damaged
 * takes no other along. `place` is a block's section or a fact's position.
 */
export function addVersions(connection: Connection): void {
  connection.exec(`
    CREATE TABLE version (
      postmortem TEXT NOT NULL REFERENCES postmortem (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      since TEXT NOT NULL,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      name TEXT,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, number)
    ) STRICT;

    CREATE TABLE past (
      postmortem TEXT NOT NULL,
      version INTEGER NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      place TEXT,
      json TEXT,
      hash BLOB NOT NULL,
      PRIMARY KEY (postmortem, version, kind, id),
      FOREIGN KEY (postmortem, version) REFERENCES version (postmortem, number) ON DELETE CASCADE
    ) STRICT;
  `)
  const insert = connection.prepare(
    'INSERT INTO version (postmortem, number, since, at, author, name, hash) VALUES (?, 1, ?, ?, ?, NULL, ?)',
  )
  const all = connection.prepare<[], { id: string; changed_at: string }>(
    'SELECT id, changed_at FROM postmortem',
  )
  // Nobody wrote down who saved what is here already.
  for (const { id, changed_at: at } of all.all())
    insert.run(id, at, at, '', seal([id, 1, at, at, '', null]))
}
