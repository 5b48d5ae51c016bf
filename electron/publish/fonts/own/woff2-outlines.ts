import { Buffer } from 'node:buffer'
import {
  glyfTables,
  glyphHead,
  boxOf,
  simpleGlyph,
  type Box,
  type Contour,
  type Point,
} from './glyf.ts'

/** A part of a table that is read from its beginning to its end. Whatever reads behind it throws a RangeError. */
class Stream {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }
  byte(): number {
    return this.#bytes.readUInt8(this.#at++)
  }
  signed(): number {
    const value = this.#bytes.readInt16BE(this.#at)
    this.#at += 2
    return value
  }
  take(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new RangeError('the stream ends too soon')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
  /** `255UInt16` (WOFF 2.0, section 4): small numbers in a byte. */
  small(): number {
    const code = this.byte()
    if (code === 253) return (this.byte() << 8) | this.byte()
    if (code === 254) return 506 + this.byte()
    return code === 255 ? 253 + this.byte() : code
  }
}

const signed = (flag: number, value: number): number => ((flag & 1) === 1 ? value : -value)

/** How far one point is from the last: the flag says how many bytes say it (section 5.2, "Triplet Encoding"). */
function step(flag: number, glyph: Stream): readonly [x: number, y: number] {
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + glyph.byte())]
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + glyph.byte()), 0]
  if (flag < 84) {
    const part = flag - 20
    const byte = glyph.byte()
    return [
      signed(flag, 1 + (part & 0x30) + (byte >> 4)),
      signed(flag >> 1, 1 + ((part & 0x0c) << 2) + (byte & 0x0f)),
    ]
  }
  if (flag < 120) {
    const part = flag - 84
    const x = signed(flag, 1 + (Math.floor(part / 12) << 8) + glyph.byte())
    return [x, signed(flag >> 1, 1 + (((part % 12) >> 2) << 8) + glyph.byte())]
  }
  if (flag < 124) {
    const [first, middle, last] = [glyph.byte(), glyph.byte(), glyph.byte()]
    return [
      signed(flag, (first << 4) + (middle >> 4)),
      signed(flag >> 1, ((middle & 0x0f) << 8) + last),
    ]
  }
  const x = signed(flag, (glyph.byte() << 8) + glyph.byte())
  return [x, signed(flag >> 1, (glyph.byte() << 8) + glyph.byte())]
}

const WORDS = 0x1
const SCALE = 0x8
const MORE = 0x20
const TWO_SCALES = 0x40
const FOUR_SCALES = 0x80
const INSTRUCTIONS = 0x100

/** What a glyph is put together of, without its instructions, and whether it had some. */
function partsOf(composite: Stream): { readonly parts: Buffer; readonly instructed: boolean } {
  const parts: Buffer[] = []
  let instructed = false
  for (let more = true; more;) {
    const head = Buffer.from(composite.take(4))
    const flags = head.readUInt16BE(0)
    head.writeUInt16BE(flags & ~INSTRUCTIONS, 0)
    const scale = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & FOUR_SCALES ? 8 : 0
    parts.push(head, composite.take((flags & WORDS ? 4 : 2) + scale))
    instructed ||= (flags & INSTRUCTIONS) !== 0
    more = (flags & MORE) !== 0
  }
  return { parts: Buffer.concat(parts), instructed }
}

/**
 * Outlines out of the form that WOFF 2.0 rewrites them into (section 5.1), without instructions: a page and a PDF go without.
 *
 * @param most bytes that they may take
 * @returns the tables, and where each glyph begins on its left, which another table may have left out
 */
export function glyfOf(
  table: Buffer,
  most: number,
): { readonly glyf: Buffer; readonly loca: Buffer; readonly leftmost: readonly number[] } {
  const count = table.readUInt16BE(4)
  let at = 36
  const [contourCounts, pointCounts, flags, glyph, composite, bboxes] = Array.from(
    { length: 7 },
    (_, index) => {
      const length = table.readUInt32BE(8 + 4 * index)
      at += length
      if (at > table.length) throw new RangeError('a stream ends too soon')
      return new Stream(table.subarray(at - length, at))
    },
  ) as [Stream, Stream, Stream, Stream, Stream, Stream, Stream]
  const stated = bboxes.take(4 * Math.floor((count + 31) / 32))
  const glyphs: Buffer[] = []
  const leftmost: number[] = []
  let size = 0
  for (let index = 0; index < count; index++) {
    const contours = contourCounts.signed()
    const hasBox = (stated[index >> 3]! & (0x80 >> (index & 7))) !== 0
    const box = (): Box => ({
      left: bboxes.signed(),
      bottom: bboxes.signed(),
      right: bboxes.signed(),
      top: bboxes.signed(),
    })
    let made: Buffer
    let left = 0
    if (contours < 0) {
      if (!hasBox) throw new RangeError('parts without what they reach')
      const reach = box()
      const { parts, instructed } = partsOf(composite)
      if (instructed) glyph.small()
      made = Buffer.concat([glyphHead(-1, reach), parts])
      left = reach.left
    } else {
      const lengths = Array.from({ length: contours }, () => pointCounts.small())
      let [x, y] = [0, 0]
      const outline = lengths.map((length): Contour =>
        Array.from({ length }, (): Point => {
          const flag = flags.byte()
          const [byX, byY] = step(flag & 0x7f, glyph)
          x += byX
          y += byY
          return { x, y, on: flag < 0x80 }
        }),
      )
      if (contours > 0) glyph.small()
      const reach = hasBox ? box() : boxOf(outline)
      made = simpleGlyph(outline, reach)
      left = reach.left
    }
    size += made.length
    if (size > most) throw new RangeError('more outlines than a font has')
    glyphs.push(made)
    leftmost.push(left)
  }
  return { ...glyfTables(glyphs), leftmost }
}

/** Widths and left edges out of their rewritten form (section 5.4): edges that are those of the outlines were left out. */
export function hmtxOf(table: Buffer, metrics: number, leftmost: readonly number[]): Buffer {
  const flags = table.readUInt8(0)
  const out = Buffer.alloc(4 * metrics + 2 * Math.max(0, leftmost.length - metrics))
  let at = 1 + 2 * metrics
  const edge = (left: number, index: number): number => {
    const isOut = (flags & (index < metrics ? 1 : 2)) !== 0
    if (isOut) return left
    at += 2
    return table.readInt16BE(at - 2)
  }
  for (const [index, left] of leftmost.entries()) {
    const place = index < metrics ? 4 * index : 4 * metrics + 2 * (index - metrics)
    if (index < metrics) out.writeUInt16BE(table.readUInt16BE(1 + 2 * index), place)
    out.writeInt16BE(edge(left, index), index < metrics ? place + 2 : place)
  }
  return out
}
