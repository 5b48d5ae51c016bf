import type { Piece } from './piece.ts'

/** Beyond this a part that is no text is a picture, and nobody has written words in UTF-16 into it. */
const LARGEST_IN_UTF16 = 4 * 1024 * 1024

// What is ASCII is looked at as bytes, where chance is reckoned with.
// oxlint-disable-next-line no-control-regex
const ASCII = /[\0-\x7F]+/g

/** Bytes that are no text, and what would be text in them. */
export function* noisePieces(bytes: Uint8Array, where: string): Generator<Piece, void, undefined> {
  yield { kind: 'noise', where, bytes }
  const read = (encoding: string, start: number): Piece => ({
    kind: 'text',
    where,
    text: new TextDecoder(encoding).decode(bytes.subarray(start)).replace(ASCII, ' '),
  })
  yield read('utf-8', 0)
  if (bytes.length > LARGEST_IN_UTF16) return
  // Either half of a unit may come first, and the first unit may begin at either byte.
  for (const encoding of ['utf-16le', 'utf-16be'])
    for (const start of [0, 1]) yield read(encoding, start)
}
