import { Buffer } from 'node:buffer'
import { unescaped, withoutTags } from './escapes.ts'
import { DEEPEST, inside, Unreadable, type Piece, type Unpack } from './piece.ts'

/** Base64 (RFC 4648), in one line or in the lines of a mail. Shorter runs are words. */
const BASE64 = /[A-Za-z0-9+/_-]{40,}(?:\r?\n[A-Za-z0-9+/_-]{1,76})*={0,2}/g
const DATA = /data:([\w.+-]+\/[\w.+-]+)?[^,\s"'()]{0,200}$/

/** The type that a data: address gives to what follows it, where it does. */
const typeBefore = (text: string, at: number): string =>
  DATA.exec(text.slice(Math.max(0, at - 260), at))?.[1] ?? 'base64'

/**
 * What a text says: as it stands, with its escapes read, without its tags; and each file that is written in it in letters.
 * The letters of such a file are noise, in which short words stand by chance.
 */
export async function* textPieces(
  text: string,
  where: string,
  depth: number,
  unpack: Unpack,
): AsyncGenerator<Piece, void, undefined> {
  if (depth > DEEPEST) throw new Unreadable(where, 'nested too deeply')
  const packed: { type: string; letters: string }[] = []
  const rest = text.replace(BASE64, (letters: string, at: number) => {
    packed.push({ type: typeBefore(text, at), letters })
    return ' '
  })
  for (const form of unescaped(rest)) {
    yield { kind: 'text', where, text: form }
    if (form.includes('<')) yield { kind: 'text', where, text: withoutTags(form) }
  }
  for (const { type, letters } of packed) {
    yield { kind: 'noise', where, bytes: Buffer.from(letters, 'latin1') }
    const bytes = Buffer.from(letters, letters.match(/[_-]/) ? 'base64url' : 'base64')
    yield* guessed(bytes, inside(where, type), depth + 1, unpack)
  }
}

/** What may be a file or a hash: where it is not what it begins as, it is noise and no reason to refuse. */
async function* guessed(
  bytes: Uint8Array,
  where: string,
  depth: number,
  unpack: Unpack,
): AsyncGenerator<Piece, void, undefined> {
  if (depth > DEEPEST) throw new Unreadable(where, 'nested too deeply')
  try {
    yield* unpack(bytes, where, depth)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield { kind: 'noise', where, bytes }
  }
}
