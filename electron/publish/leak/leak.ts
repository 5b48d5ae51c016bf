import { createHash } from 'node:crypto'
import { Buffer } from 'node:buffer'
import { squeeze, squeezeBytes } from '../../../model/leak/squeeze.ts'
import type { Secrets } from '../../../model/leak/secrets.ts'
import { Unreadable, type Piece } from './piece.ts'
import { unpack } from './unpack.ts'

/** In bytes that are no text so many letters and digits do not stand by chance: one in 10^15. */
const LEAST_IN_NOISE = 10

/** What a file would have given away. `where`: the part of it; `what` and `text`: what it is, and how that begins. */
export interface Leak {
  readonly where: string
  readonly what: string
  readonly text: string
}

/** Pictures that may not be seen, by the hash of their bytes. */
export type HiddenImages = ReadonlySet<string>

const LONGEST_TEXT = 80

const told = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).trimEnd()}…` : text

function inPiece(piece: Piece, secrets: Secrets, images: HiddenImages): Leak | undefined {
  const found =
    piece.kind === 'text'
      ? secrets.find(squeeze(piece.text))
      : secrets.find(Buffer.from(squeezeBytes(piece.bytes)).toString('latin1'), LEAST_IN_NOISE)
  if (found !== undefined) {
    const { what, text } = found.known
    return { where: piece.where, what, text: told(text) }
  }
  if (piece.kind === 'text' || images.size === 0) return undefined
  const hash = createHash('sha256').update(piece.bytes).digest('hex')
  return images.has(hash)
    ? { where: piece.where, what: 'figure', text: hash.slice(0, 12) }
    : undefined
}

/**
 * The first thing in a file that may not be seen, in whatever form it stands there: its name, its text, what is packed in it. The
 * app plants nothing to find leaks by, and promises nothing of what is drawn as a picture. Throws `Unreadable` for what cannot be
 * looked at.
 */
export async function leakIn(
  file: { readonly name: string; readonly bytes: Uint8Array },
  secrets: Secrets,
  images: HiddenImages,
): Promise<Leak | undefined> {
  const named = inPiece({ kind: 'text', where: 'name', text: file.name }, secrets, images)
  if (named !== undefined) return named
  for await (const piece of unpack(file.bytes, '')) {
    const leak = inPiece(piece, secrets, images)
    if (leak !== undefined) return { ...leak, where: leak.where || 'text' }
  }
  return undefined
}

export const isUnreadable = (error: unknown): error is Unreadable => error instanceof Unreadable
