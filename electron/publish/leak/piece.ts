/**
 * A part of a file as it can be read. `where`: the way to it, as `page/3` or `word/document.xml`. `noise`: bytes that are no
 * text (a picture, a font), in which short words stand by chance.
 */
export type Piece =
  | { readonly kind: 'text'; readonly where: string; readonly text: string }
  | { readonly kind: 'noise'; readonly where: string; readonly bytes: Uint8Array }

/** Ways to a part of a part. */
export const inside = (where: string, part: string): string =>
  where === '' ? part : `${where}/${part}`

/** How often a file may hold a file: what is packed deeper cannot be looked at, and so is refused. */
export const DEEPEST = 8

/** What could not be looked at, with why; caught by `leakIn`. */
export class Unreadable extends Error {
  readonly where: string
  constructor(where: string, why: string) {
    super(why)
    this.name = 'Unreadable'
    this.where = where
  }
}

/** Takes a file apart, whatever it holds. */
export type Unpack = (
  bytes: Uint8Array,
  where: string,
  depth: number,
) => AsyncGenerator<Piece, void, undefined>
