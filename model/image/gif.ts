import type { CleanImage } from './image.ts'
import { Bytes, damagedImage, joined, movingImage } from './parts.ts'

// Blocks of GIF89a (CompuServe, 1990), appendix A.
const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9

/** How many bytes a table of colours has whose size stands in these flags; none where they say that there is none. */
const tableLength = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** The byte after a chain of sub-blocks. */
function afterBlocks(bytes: Bytes, from: number): number {
  let at = from
  while (bytes.u8(at) !== 0) at += 1 + bytes.u8(at)
  return at + 1
}

/** A GIF of one frame with its picture and nothing else. Throws IMAGE_DAMAGED, and IMAGE_ANIMATED for more frames. */
export function cleanGif(file: Uint8Array): CleanImage {
  const bytes = new Bytes(file)
  const [width, height] = [bytes.u16(6, true), bytes.u16(8, true)]
  let at = 13 + tableLength(bytes.u8(10))
  const head = bytes.slice(0, at)
  let control: Uint8Array | undefined
  let picture: Uint8Array | undefined
  for (let block = bytes.u8(at); block !== TRAILER; block = bytes.u8(at)) {
    const start = at
    if (block === EXTENSION) {
      at = afterBlocks(bytes, at + 2)
      if (bytes.u8(start + 1) === GRAPHIC_CONTROL && !picture) control = bytes.slice(start, at)
    } else if (block === IMAGE) {
      if (picture) throw movingImage()
      const [left, top] = [bytes.u16(at + 1, true), bytes.u16(at + 3, true)]
      const [wide, high] = [bytes.u16(at + 5, true), bytes.u16(at + 7, true)]
      if (left + wide > width || top + high > height) throw damagedImage()
      at = afterBlocks(bytes, at + 11 + tableLength(bytes.u8(at + 9)))
      picture = bytes.slice(start, at)
    } else throw damagedImage()
  }
  if (!picture || width === 0 || height === 0) throw damagedImage()
  const parts = [head, ...(control ? [control] : []), picture, Uint8Array.of(TRAILER)]
  return { type: 'image/gif', bytes: joined(parts), width, height }
}
