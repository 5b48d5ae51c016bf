import type { Connection } from './connection.ts'
import { unsealed, type Former } from './row.ts'
import { seal } from './seal.ts'

export type PastKind = 'head' | 'section' | 'block' | 'workstream' | 'fact' | 'translation'

/** What a row was in a version; `json` undefined: it was not there. */
export interface PastPart {
  readonly place: string | null
  readonly json: unknown
}

/** By kind, then by id. */
export type Past = Readonly<Record<PastKind, ReadonlyMap<string, PastPart>>>

interface Row {
  readonly version: number
  readonly kind: PastKind
  readonly id: string
  readonly place: string | null
  readonly json: string | null
  readonly hash: Buffer
}

export interface PastTable {
  has(postmortem: string, version: number, kind: PastKind, id: string): boolean
  put(
    postmortem: string,
    version: number,
    kind: PastKind,
    id: string,
    former: Former | undefined,
  ): void
  /** What has to be put in place of today's rows to have a version. Throws LIBRARY_DAMAGED, naming the row. */
  since(postmortem: string, version: number): Past
  /** How many rows were changed after each version, by its number. */
  counts(postmortem: string): ReadonlyMap<number, number>
  /** Lets the version before take over what a version holds and it does not. Throws LIBRARY_DAMAGED. */
  hand(postmortem: string, from: number, to: number): void
}

export function pastTable(connection: Connection, file: string): PastTable {
  const has = connection
    .prepare('SELECT 1 FROM past WHERE postmortem = ? AND version = ? AND kind = ? AND id = ?')
    .pluck()
  const put = connection.prepare(
    'INSERT INTO past (postmortem, version, kind, id, place, json, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const since = connection.prepare<[string, number], Row>(
    'SELECT * FROM past WHERE postmortem = ? AND version >= ? ORDER BY version DESC',
  )
  const of = connection.prepare<[string, number], Row>(
    'SELECT * FROM past WHERE postmortem = ? AND version = ?',
  )
  const counts = connection.prepare<[string], { version: number; count: number }>(
    'SELECT version, count(*) AS count FROM past WHERE postmortem = ? GROUP BY version',
  )
  const write = (
    postmortem: string,
    version: number,
    { kind, id, place, json }: Omit<Row, 'version' | 'hash'>,
  ): void => {
    const columns = [postmortem, version, kind, id, place, json]
    put.run(...columns, seal(columns))
  }
  const contentOf = (postmortem: string, row: Row): unknown => {
    const { version, kind, id, place, json, hash } = row
    const columns = [postmortem, version, kind, id, place, json]
    const name = `${kind} ${id} ${version}`
    return unsealed(file, 'past', name, columns, hash, json ?? 'null') ?? undefined
  }
  return {
    has: (postmortem, version, kind, id) => has.get(postmortem, version, kind, id) !== undefined,
    put: (postmortem, version, kind, id, former) =>
      write(postmortem, version, {
        kind,
        id,
        place: former?.place ?? null,
        json: former?.json ?? null,
      }),
    since(postmortem, version) {
      const rows = new Map<string, Row>()
      // The oldest comes last and stays: it says what the row was before anything touched it.
      for (const row of since.all(postmortem, version)) rows.set(`${row.kind} ${row.id}`, row)
      const past: Record<PastKind, Map<string, PastPart>> = {
        head: new Map(),
        section: new Map(),
        block: new Map(),
        workstream: new Map(),
        fact: new Map(),
        translation: new Map(),
      }
      for (const row of rows.values())
        past[row.kind].set(row.id, { place: row.place, json: contentOf(postmortem, row) })
      return past
    },
    counts: (postmortem) =>
      new Map(counts.all(postmortem).map(({ version, count }) => [version, count])),
    hand(postmortem, from, to) {
      for (const row of of.all(postmortem, from)) {
        // A broken seal must not get a good one on the way.
        contentOf(postmortem, row)
        if (has.get(postmortem, to, row.kind, row.id) === undefined) write(postmortem, to, row)
      }
    },
  }
}
