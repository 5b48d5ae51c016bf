import { createHash } from 'node:crypto'
import type { FontFile } from '../../model/theme/font.ts'
import type { Connection } from './connection.ts'
import { damaged } from './row.ts'
import { seal } from './seal.ts'

/** A font as it comes in: static, with TrueType outlines. */
export interface NewFont extends Pick<FontFile, 'family' | 'style'> {
  readonly bytes: Uint8Array
}

export interface FontTable {
  /** Adds the font where it is not there yet. */
  put(font: NewFont, at: string): FontFile
  /** Its bytes. Throws LIBRARY_DAMAGED where they are not those of the hash any more. */
  read(id: string): Buffer | undefined
  has(id: string): boolean
  /** Removes what no theme has. */
  purge(): void
}

interface Row {
  readonly family: string
  readonly style: string
  readonly created_at: string
  readonly hash: Buffer
  readonly content: Buffer
}

export function fontTable(connection: Connection, file: string): FontTable {
  const insert = connection.prepare(
    `INSERT INTO font (id, family, style, created_at, hash, size, content)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const get = connection.prepare<[string], Row>('SELECT * FROM font WHERE id = ?')
  const has = connection.prepare('SELECT 1 FROM font WHERE id = ?').pluck()
  const purge = connection.prepare(
    `DELETE FROM font WHERE NOT EXISTS
       (SELECT 1 FROM theme WHERE instr(theme.json, '"font":"' || font.id || '"') > 0)`,
  )
  return {
    put({ family, style, bytes }, at) {
      const font = createHash('sha256').update(bytes).digest('hex')
      const hash = seal([font, family, style, at])
      insert.run(font, family, style, at, hash, bytes.byteLength, bytes)
      return { font, family, style }
    },
    read(id) {
      const row = get.get(id)
      if (row === undefined) return undefined
      const { family, style, created_at: at, hash, content } = row
      const sound =
        seal([id, family, style, at]).equals(hash) &&
        createHash('sha256').update(content).digest('hex') === id
      if (!sound) throw damaged(file, 'font', id)
      return content
    },
    has: (id) => has.get(id) !== undefined,
    purge: () => void purge.run(),
  }
}
