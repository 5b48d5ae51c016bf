import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import { archivePieces } from './archive.ts'
import { imagePieces, isImage } from './image.ts'
import { noisePieces } from './noise.ts'
import { pdfPieces } from './pdf.ts'
import { DEEPEST, inside, Unreadable, type Piece } from './piece.ts'
import { textPieces } from './text-pieces.ts'
import { wordsOfFont } from './font.ts'

const unzip = promisify(gunzip)
const unbrotli = promisify(brotliDecompress)

/** A file of ours inflates to a few times its size; a bomb to more than anybody's memory. */
const MOST_INFLATED = 512 * 1024 * 1024

const begins = (bytes: Uint8Array, signature: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, signature.length)).equals(
    Buffer.from(signature, 'latin1'),
  )

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Text by its mark (Unicode 23.8) or as UTF-8; undefined where it is neither. */
function textOf(bytes: Uint8Array): string | undefined {
  if (begins(bytes, '\xFF\xFE')) return decoded(bytes, 'utf-16le')
  if (begins(bytes, '\xFE\xFF')) return decoded(bytes, 'utf-16be')
  const text = decoded(bytes, 'utf-8')
  return text?.includes('\0') === false ? text : undefined
}

/**
 * Every part of a file, unpacked as far as it goes: archives, compressed files, PDFs, pictures, fonts, and what is
 * written in letters inside a text. Throws `Unreadable` for what says that it is one of these and is not.
 */
export async function* unpack(
  bytes: Uint8Array,
  where: string,
  depth = 0,
): AsyncGenerator<Piece, void, undefined> {
  if (depth > DEEPEST) throw new Unreadable(where, 'nested too deeply')
  if (begins(bytes, '%PDF-')) return yield* pdfPieces(bytes, where, depth, unpack)
  if (begins(bytes, 'PK\x03\x04')) return yield* archivePieces(bytes, where, depth, unpack)
  if (begins(bytes, '\x1F\x8B')) {
    const whole = await unzip(bytes, { maxOutputLength: MOST_INFLATED }).catch((error: unknown) => {
      throw new Unreadable(where, String(error))
    })
    return yield* unpack(whole, inside(where, 'gzip'), depth + 1)
  }
  if (begins(bytes, 'wOF2')) {
    const font = await unbrotli(wordsOfFont(bytes), { maxOutputLength: MOST_INFLATED }).catch(
      (error: unknown) => {
        throw new Unreadable(where, String(error))
      },
    )
    return yield* noisePieces(font, where)
  }
  if (isImage(bytes)) return yield* imagePieces(bytes, where, depth, unpack)
  const text = textOf(bytes)
  if (text === undefined) yield* noisePieces(bytes, where)
  else yield* textPieces(text, where, depth, unpack)
}
