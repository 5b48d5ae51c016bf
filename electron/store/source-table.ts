import * as v from 'valibot'
import { ContentSchema, type Content } from '../../model/document/text.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed } from './row.ts'
import { seal } from './seal.ts'
import type { Owner } from './unit-table.ts'

/** What a unit said when a translation was made from it. */
export interface FormerSource {
  readonly unit: string
  readonly sourceHash: string
  readonly content: Content
}

interface Row {
  readonly unit: string
  readonly source_hash: string
  readonly content: string
  readonly hash: Buffer
}

/**
 * Sources that have moved on under a translation. Written when such a source changes, once for each unit and hash, so
 * that typing in a text that nobody has translated writes nothing.
 */
export interface SourceTable {
  put(postmortem: string, source: FormerSource): void
  /** The units of an owner, as they stand, that some translation was made from: hashes by unit. */
  translated(postmortem: string, owner: Owner): ReadonlyMap<string, string>
  /** Those that the translations into a language were made from. Throws LIBRARY_DAMAGED, naming the row. */
  read(postmortem: string, locale: string): FormerSource[]
  /** Those that no translation was made from. */
  purge(): void
}

export function sourceTable(connection: Connection, file: string): SourceTable {
  const put = connection.prepare(
    'INSERT OR IGNORE INTO source (postmortem, unit, source_hash, content, hash) VALUES (?, ?, ?, ?, ?)',
  )
  const translated = connection
    .prepare<[string, Owner], [string, string]>(
      `SELECT u.id, u.source_hash FROM unit AS u WHERE u.postmortem = ? AND u.owner = ? AND EXISTS
         (SELECT 1 FROM translation AS t
            WHERE t.postmortem = u.postmortem AND t.unit = u.id AND t.source_hash = u.source_hash)`,
    )
    .raw()
  const read = connection.prepare<[{ postmortem: string; locale: string }], Row>(
    `SELECT s.unit, s.source_hash, s.content, s.hash FROM source AS s
       JOIN translation AS t ON t.postmortem = s.postmortem AND t.locale = @locale AND t.unit = s.unit
         AND t.source_hash = s.source_hash
       WHERE s.postmortem = @postmortem ORDER BY s.unit`,
  )
  const purge = connection.prepare(
    `DELETE FROM source WHERE NOT EXISTS (SELECT 1 FROM translation AS t
       WHERE t.postmortem = source.postmortem AND t.unit = source.unit AND t.source_hash = source.source_hash)`,
  )
  return {
    put(postmortem, { unit, sourceHash, content }) {
      const columns = [postmortem, unit, sourceHash, JSON.stringify(content)]
      put.run(...columns, seal(columns))
    },
    translated: (postmortem, owner) => new Map(translated.all(postmortem, owner)),
    read: (postmortem, locale) =>
      read.all({ postmortem, locale }).map(({ unit, source_hash, content, hash }) => {
        const columns = [postmortem, unit, source_hash, content]
        const json = unsealed(file, 'source', unit, columns, hash, content)
        const parsed = v.safeParse(ContentSchema, json)
        if (!parsed.success) throw damaged(file, 'source', unit)
        return { unit, sourceHash: source_hash, content: parsed.output }
      }),
    purge: () => void purge.run(),
  }
}
