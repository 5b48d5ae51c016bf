import type { Buffer } from 'node:buffer'
import type { ErrorCode } from '../../../../model/errors/codes.ts'

const RESTRICTED = 0x0002
/** Preview and print, and editable: what may be embedded, if not changed. */
const PERMITTED = 0x0004 | 0x0008
const WHOLE_ONLY = 0x0100
const BITMAP_ONLY = 0x0200

/**
 * Why a font may not stand in what is published, by the `fsType` of its `OS/2` table (OpenType 1.9, "OS/2", "fsType"), or undefined
 * where it may. Bit 1 alone: it must not be embedded without leave of its owner. Up to version 2 of the table several of the first bits
 * may be set, and the least restrictive holds. Bit 8: it must not be cut before it is embedded, and a PDF has only fonts that are cut, as
 * the browser that prints it does it. Bit 9: only bitmaps of it may be embedded, and pages have outlines. A font without the table
 * says nothing of it, which is what 0 says.
 */
export function forbidden(table: Buffer | undefined): ErrorCode | undefined {
  if (table === undefined || table.length < 10) return undefined
  const rights = table.readUInt16BE(8)
  const version = table.readUInt16BE(0)
  const eased = version < 3 && (rights & PERMITTED) !== 0
  if ((rights & RESTRICTED) !== 0 && !eased) return 'FONT_RESTRICTED'
  if ((rights & BITMAP_ONLY) !== 0) return 'FONT_BITMAP'
  return (rights & WHOLE_ONLY) === 0 ? undefined : 'FONT_WHOLE_ONLY'
}

/** The bits of `ulCodePageRange1` that say whose ideographs a font draws (OpenType 1.9, "OS/2"), by ISO 15924 code. */
const IDEOGRAPHS = [
  ['Jpan', 17],
  ['Hans', 18],
  ['Kore', 19],
  ['Hant', 20],
] as const

/** Whose ideographs a font says that it draws; none where it does not say. */
export function ideographsOf(table: Buffer | undefined): string[] {
  if (table === undefined || table.length < 82) return []
  const pages = table.readUInt32BE(78)
  return IDEOGRAPHS.flatMap(([script, bit]) => ((pages >>> bit) & 1 ? [script] : []))
}
