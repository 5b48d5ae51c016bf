import { Buffer } from 'node:buffer'

const HEADER = 48
const ARBITRARY = 63

/**
 * The Brotli stream of a WOFF 2.0 font, behind its header and its directory (https://www.w3.org/TR/WOFF2/, sections 3 to 4):
 * each entry is a flag, a tag where the flag knows none, and one or two numbers in groups of seven bits.
 */
export function wordsOfFont(bytes: Uint8Array): Uint8Array {
  const font = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (font.length < HEADER) return bytes
  let at = HEADER
  const skipNumber = (): void => {
    while (at < font.length && (font[at]! & 0x80) !== 0) at++
    at++
  }
  for (let table = font.readUInt16BE(12); table > 0; table--) {
    const flags = font[at++] ?? 0
    const tag = flags & ARBITRARY
    const name = tag === ARBITRARY ? font.toString('latin1', at, at + 4) : ''
    if (tag === ARBITRARY) at += 4
    skipNumber()
    const outline = tag === 10 || tag === 11 || name === 'glyf' || name === 'loca'
    const version = flags >>> 6
    // The outlines are transformed unless they say 3, the others only if they do not say 0.
    if (outline ? version !== 3 : version !== 0) skipNumber()
  }
  return font.subarray(at, at + font.readUInt32BE(20))
}
