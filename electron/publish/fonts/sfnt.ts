import { inflateSync } from 'node:zlib'

/** The tables of a font by tag, in the order of its directory. */
export type Tables = ReadonlyMap<string, Buffer>

const WOFF = 0x774f4646

/** Tables of a TrueType or OpenType font: its directory is 16 bytes a table (OpenType 1.9, "Table Directory"). */
function sfntTables(font: Buffer): Tables {
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + 16 * index
    const offset = font.readUInt32BE(at + 8)
    tables.set(
      font.toString('latin1', at, at + 4),
      font.subarray(offset, offset + font.readUInt32BE(at + 12)),
    )
  }
  return tables
}

/** Tables of a WOFF file: each one compressed by itself with zlib, or as it is (WOFF 1.0, section 4). */
function woffTables(font: Buffer, wanted?: ReadonlySet<string>): Tables {
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < font.readUInt16BE(12); index++) {
    const at = 44 + 20 * index
    const tag = font.toString('latin1', at, at + 4)
    if (wanted && !wanted.has(tag)) continue
    const offset = font.readUInt32BE(at + 4)
    const stored = font.subarray(offset, offset + font.readUInt32BE(at + 8))
    // No more than it says: the file may be anybody's.
    const size = font.readUInt32BE(at + 12)
    const packed = stored.length < size
    tables.set(tag, packed ? inflateSync(stored, { maxOutputLength: size }) : stored)
  }
  return tables
}

/** The tables of a font file in either form; only the `wanted` ones where given. */
export const tablesOf = (font: Buffer, wanted?: ReadonlySet<string>): Tables =>
  font.readUInt32BE(0) === WOFF ? woffTables(font, wanted) : sfntTables(font)

/** The flavor of a font: TrueType outlines (0x00010000) or CFF (`OTTO`). */
export const flavorOf = (font: Buffer): number =>
  font.readUInt32BE(font.readUInt32BE(0) === WOFF ? 4 : 0)

const padded = (length: number): number => (length + 3) & ~3

function checksum(table: Buffer): number {
  let sum = 0
  for (let at = 0; at + 4 <= table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  const rest = Buffer.alloc(4)
  table.copy(rest, 0, table.length & ~3)
  return table.length % 4 === 0 ? sum : (sum + rest.readUInt32BE(0)) >>> 0
}

/** A TrueType file from tables, as a WOFF file was made from one. */
export function sfntFrom(tables: Tables, flavor: number): Buffer {
  const entries = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const power = 2 ** Math.floor(Math.log2(entries.length))
  const head = Buffer.alloc(12 + 16 * entries.length)
  head.writeUInt32BE(flavor, 0)
  head.writeUInt16BE(entries.length, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((entries.length - power) * 16, 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [index, [tag, table]] of entries.entries()) {
    const at = 12 + 16 * index
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(checksum(table), at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(table.length, at + 12)
    parts.push(table, Buffer.alloc(padded(table.length) - table.length))
    offset += padded(table.length)
  }
  return Buffer.concat(parts)
}

/** A font file in either form as TrueType. */
export const asSfnt = (font: Buffer): Buffer =>
  font.readUInt32BE(0) === WOFF ? sfntFrom(tablesOf(font), flavorOf(font)) : font
