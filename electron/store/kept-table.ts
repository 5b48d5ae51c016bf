import type { Connection } from './connection.ts'

/** A text of a row that belongs to a postmortem. */
export interface KeptText {
  readonly table: string
  readonly column: string
  /** Text, or JSON with texts in it. */
  readonly value: string
}

export interface KeptTable {
  /**
   * Every text that the library keeps of a postmortem, in whatever table: the document, its translations, what was said about
   * it, every earlier state. A table that is added is among them by itself if its rows name their postmortem.
   */
  read(postmortem: string): Generator<KeptText>
}

/** Where the rows of a postmortem are, and the column that names it. */
function tablesOf(connection: Connection): [table: string, key: string][] {
  const named = connection
    .prepare<[], string>(
      `SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND c.name = 'postmortem' ORDER BY t.name`,
    )
    .pluck()
    .all()
  return [['postmortem', 'id'], ...named.map((table): [string, string] => [table, 'postmortem'])]
}

export function keptTable(connection: Connection): KeptTable {
  return {
    *read(postmortem) {
      for (const [table, key] of tablesOf(connection)) {
        const rows = connection.prepare<[string], Readonly<Record<string, unknown>>>(
          `SELECT * FROM "${table}" WHERE "${key}" = ?`,
        )
        for (const row of rows.all(postmortem))
          for (const [column, value] of Object.entries(row))
            if (typeof value === 'string' && column !== key) yield { table, column, value }
      }
    },
  }
}
