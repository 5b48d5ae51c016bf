import { Buffer } from 'node:buffer'
import { inflateSync } from 'node:zlib'
import { inside, type Piece, type Unpack } from './piece.ts'
import { noisePieces } from './noise.ts'

const SIGNATURES = ['\x89PNG\r\n\x1A\n', '\xFF\xD8\xFF', 'GIF87a', 'GIF89a'] as const
const PNG = 0

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, to)

const signatureOf = (bytes: Uint8Array): number =>
  SIGNATURES.findIndex((one) => latin(bytes, 0, one.length) === one)

const isWebp = (bytes: Uint8Array): boolean =>
  latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP'

export const isImage = (bytes: Uint8Array): boolean => signatureOf(bytes) >= 0 || isWebp(bytes)

/** The chunks of a PNG that are no picture (PNG 3, section 5.3), texts and profiles unpacked where they are packed. */
function* chunksOf(bytes: Uint8Array): Generator<{ type: string; data: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = SIGNATURES[PNG].length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const type = latin(bytes, at + 4, at + 8)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (type !== 'IDAT') yield { type, data }
    at += 12 + length
  }
}

/** What stands packed at the end of a chunk: zlib begins with 0x78. Undefined where there is none. */
function inflated(data: Uint8Array): Uint8Array | undefined {
  for (let at = data.indexOf(0x78); at !== -1; at = data.indexOf(0x78, at + 1))
    try {
      return inflateSync(data.subarray(at), { maxOutputLength: 64 * 1024 * 1024 })
    } catch {
      // An x in the name before it.
    }
  return undefined
}

/** A picture: its bytes, and what is said beside it. What is drawn in it nobody can read here. */
export async function* imagePieces(
  bytes: Uint8Array,
  where: string,
  depth: number,
  unpack: Unpack,
): AsyncGenerator<Piece, void, undefined> {
  yield* noisePieces(bytes, where)
  if (signatureOf(bytes) !== PNG) return
  for (const { type, data } of chunksOf(bytes)) {
    const words = /^[zi]TXt$|^iCCP$/.test(type) ? inflated(data) : undefined
    if (words !== undefined) yield* unpack(words, inside(where, type), depth + 1)
  }
}
