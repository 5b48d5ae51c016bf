import { Buffer } from 'node:buffer'
import { fail, ok, type Result } from '../../../../model/errors/result.ts'
import { LARGEST_FONT } from '../../../../model/theme/font.ts'
import { flavorOf, sfntFrom, tablesOf, type Tables } from '../sfnt.ts'
import { woff2Tables } from './woff2-tables.ts'

/** The first four bytes of each kind (OpenType 1.9, "Organization of an OpenType Font"; WOFF 1.0 and 2.0, section 3). */
const COLLECTION = 'ttcf'
const OUTLINES = new Set(['\0\x01\0\0', 'OTTO', 'true'])
const WOFF = 'wOFF'
const WOFF2 = 'wOF2'

const MEGABYTE = 1024 * 1024

/** FONT_TOO_LARGE, with how large it is. */
export const tooLarge = (file: string, bytes: number) =>
  fail('FONT_TOO_LARGE', {
    file,
    size: Math.ceil(bytes / MEGABYTE),
    most: LARGEST_FONT / MEGABYTE,
  })

/** Whether every table stands within the file, and what they unpack to is what a font can be. */
function isWhole(font: Buffer, kind: string): boolean {
  const isPacked = kind === WOFF
  const entries = font.readUInt16BE(isPacked ? 12 : 4)
  let unpacked = 0
  for (let index = 0; index < entries; index++) {
    const at = isPacked ? 44 + 20 * index : 12 + 16 * index
    const offset = font.readUInt32BE(at + (isPacked ? 4 : 8))
    const length = font.readUInt32BE(at + (isPacked ? 8 : 12))
    if (offset + length > font.length) return false
    unpacked += isPacked ? font.readUInt32BE(at + 12) : length
  }
  return unpacked <= LARGEST_FONT
}

function unpacked(font: Buffer, kind: string): Tables | undefined {
  if (kind === WOFF2) return woff2Tables(font, LARGEST_FONT)
  return isWhole(font, kind) ? tablesOf(font) : undefined
}

/**
 * A font file as it came as one of plain tables. Errors: FONT_TOO_LARGE, FONT_UNKNOWN, FONT_COLLECTION, FONT_DAMAGED.
 */
export function unwrapped(file: string, bytes: Uint8Array): Result<Buffer> {
  const font = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = font.toString('latin1', 0, 4)
  const kind = first === WOFF || first === WOFF2 ? font.toString('latin1', 4, 8) : first
  if (kind === COLLECTION) return fail('FONT_COLLECTION', { file })
  if (!OUTLINES.has(kind)) return fail('FONT_UNKNOWN', { file })
  try {
    // Both say at one place what they unpack to ("totalSfntSize"); one that says too little is damaged.
    const packed = first === WOFF || first === WOFF2
    const size = packed ? font.readUInt32BE(16) : font.length
    if (size > LARGEST_FONT) return tooLarge(file, size)
    const tables = unpacked(font, first)
    if (tables === undefined || tables.size === 0) return fail('FONT_DAMAGED', { file })
    return ok(sfntFrom(tables, first === WOFF2 ? font.readUInt32BE(4) : flavorOf(font)))
  } catch {
    return fail('FONT_DAMAGED', { file })
  }
}
