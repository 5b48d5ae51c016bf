import { brotliCompress, constants } from 'node:zlib'
import { promisify } from 'node:util'
import { flavorOf, tablesOf } from './sfnt.ts'

const compress = promisify(brotliCompress)

/** Numbers of the known tags that matter here (WOFF 2.0, section 4.1); any other tag is written out after 63. */
const GLYF = 10
const LOCA = 11
const ARBITRARY = 63
/** Transformation version 3 of `glyf` and `loca` is none (section 5.1): a tenth larger, and no outline is rewritten. */
const UNTRANSFORMED = 3 << 6

/** A number in groups of seven bits, most significant first (UIntBase128, section 4). */
function base128(value: number): Buffer {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return Buffer.from(bytes)
}

function entry(tag: string, length: number): Buffer {
  const known = tag === 'glyf' ? GLYF : tag === 'loca' ? LOCA : undefined
  return Buffer.concat([
    known === undefined
      ? Buffer.concat([Buffer.from([ARBITRARY]), Buffer.from(tag, 'latin1')])
      : Buffer.from([known | UNTRANSFORMED]),
    base128(length),
  ])
}

/** A TrueType font as WOFF 2.0 (https://www.w3.org/TR/WOFF2/): a directory and one Brotli stream of all tables. */
export async function woff2(font: Buffer): Promise<Buffer> {
  // `loca` must come right after `glyf`; in the order of tags it does, among fonts without tables in between.
  const tables = [...tablesOf(font)]
    .filter(([tag]) => tag !== 'loca')
    .flatMap(([tag, table]) =>
      tag === 'glyf'
        ? [[tag, table] as const, ['loca', tablesOf(font).get('loca')!] as const]
        : [[tag, table] as const],
    )
  const data = await compress(Buffer.concat(tables.map(([, table]) => table)), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 10,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
    },
  })
  const directory = Buffer.concat(tables.map(([tag, table]) => entry(tag, table.length)))
  const unpadded = 48 + directory.length + data.length
  const header = Buffer.alloc(48)
  header.write('wOF2', 0, 'latin1')
  header.writeUInt32BE(flavorOf(font), 4)
  header.writeUInt32BE((unpadded + 3) & ~3, 8)
  header.writeUInt16BE(tables.length, 12)
  header.writeUInt32BE(font.length, 16)
  header.writeUInt32BE(data.length, 20)
  header.writeUInt16BE(1, 24)
  return Buffer.concat([header, directory, data, Buffer.alloc(((unpadded + 3) & ~3) - unpadded)])
}
