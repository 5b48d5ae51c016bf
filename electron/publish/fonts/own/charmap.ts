import type { Buffer } from 'node:buffer'

/** Whether a `cmap` says which glyph a Unicode character has (OpenType 1.9, "cmap", platforms): fonts of symbols have codes of their own. */
export function hasUnicode(table: Buffer): boolean {
  if (table.length < 4) return false
  const count = Math.min(table.readUInt16BE(2), Math.floor((table.length - 4) / 8))
  return Array.from({ length: count }, (_, index) => [
    table.readUInt16BE(4 + 8 * index),
    table.readUInt16BE(6 + 8 * index),
  ]).some(
    ([platform, encoding]) =>
      platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)),
  )
}
