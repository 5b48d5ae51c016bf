import { createHash } from 'node:crypto'
import type { Asset, CleanImage } from '../../model/image/image.ts'
import type { Connection } from './connection.ts'
import { damaged } from './row.ts'
import { seal } from './seal.ts'

/** An image with what is known of it. */
export interface StoredAsset extends Asset {
  readonly content: Uint8Array
}

export interface AssetTable {
  /** Adds the image where it is not there yet. */
  put(image: CleanImage, at: string): Asset
  /** Throws LIBRARY_DAMAGED where the bytes are not those of the hash any more. */
  read(id: string): StoredAsset | undefined
  has(id: string): boolean
  /** Removes what no document, no version and nothing else in the library refers to; how many that were. */
  purge(): number
}

interface Row {
  readonly type: string
  readonly width: number
  readonly height: number
  readonly created_at: string
  readonly hash: Buffer
  readonly size: number
  readonly content: Buffer
}

/** As documents are written into rows. A text that holds the same letters has its quotation marks escaped. */
const REFERENCE = '"asset":"'

/** Where documents and parts of them stand: every table with a column of this name, today's and tomorrow's. */
const tablesOfJson = (connection: Connection): string[] =>
  connection
    .prepare<[], string>(
      `SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND c.name = 'json' ORDER BY t.name`,
    )
    .pluck()
    .all()

export function assetTable(connection: Connection, file: string): AssetTable {
  const insert = connection.prepare(
    `INSERT INTO asset (id, type, width, height, created_at, hash, size, content)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const get = connection.prepare<[string], Row>('SELECT * FROM asset WHERE id = ?')
  const has = connection.prepare('SELECT 1 FROM asset WHERE id = ?').pluck()
  const all = connection.prepare<[], string>('SELECT id FROM asset').pluck()
  const remove = connection.prepare('DELETE FROM asset WHERE id = ?')
  return {
    put({ type, bytes, width, height }, at) {
      const id = createHash('sha256').update(bytes).digest('hex')
      const size = bytes.byteLength
      insert.run(id, type, width, height, at, seal([id, type, width, height, at]), size, bytes)
      return { id, type, bytes: size, width, height }
    },
    read(id) {
      const row = get.get(id)
      if (row === undefined) return undefined
      const { type, width, height, created_at: at, hash, size, content } = row
      const sound =
        seal([id, type, width, height, at]).equals(hash) &&
        createHash('sha256').update(content).digest('hex') === id
      if (!sound) throw damaged(file, 'asset', id)
      return { id, type: type as Asset['type'], bytes: size, width, height, content }
    },
    has: (id) => has.get(id) !== undefined,
    purge() {
      const unused = new Set(all.all())
      // Most libraries have few images or none; only then is everything looked through.
      if (unused.size === 0) return 0
      for (const table of tablesOfJson(connection)) {
        const rows = connection
          .prepare<[string], string>(`SELECT json FROM "${table}" WHERE instr(json, ?) > 0`)
          .pluck()
        for (const json of rows.iterate(REFERENCE))
          for (const [, id] of json.matchAll(/"asset":"([0-9a-f]{64})"/g)) unused.delete(id!)
      }
      for (const id of unused) remove.run(id)
      return unused.size
    },
  }
}
