import { Buffer } from 'node:buffer'

/** A point of an outline in font units, whole numbers. Off the curve it is the middle of a quadratic one. */
export interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}
export type Contour = readonly Point[]

const ON = 1
const SHORT_X = 2
const SHORT_Y = 4
const SAME_X = 16
const SAME_Y = 32

export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** What points reach; of none it is nothing. */
export function boxOf(contours: readonly Contour[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const contour of contours)
    for (const { x, y } of contour) {
      left = Math.min(left, x)
      bottom = Math.min(bottom, y)
      right = Math.max(right, x)
      top = Math.max(top, y)
    }
  return left === Infinity ? { left: 0, bottom: 0, right: 0, top: 0 } : { left, bottom, right, top }
}

/** How far a coordinate moves, as its flag and its bytes. */
function moved(by: number, short: number, same: number): readonly [flag: number, bytes: number[]] {
  if (by === 0) return [same, []]
  if (Math.abs(by) < 256) return [short | (by > 0 ? same : 0), [Math.abs(by)]]
  return [0, [(by >> 8) & 0xff, by & 0xff]]
}

/** The beginning of a glyph: how many contours, -1 for one that is put together of others, and what it reaches. */
export function glyphHead(count: number, { left, bottom, right, top }: Box): Buffer {
  const head = Buffer.alloc(10)
  for (const [at, value] of [count, left, bottom, right, top].entries())
    head.writeInt16BE(value, 2 * at)
  return head
}

/** A glyph of contours without instructions (OpenType 1.9, `glyf`, "Simple Glyph Description"); empty where there are none. */
export function simpleGlyph(contours: readonly Contour[], box: Box = boxOf(contours)): Buffer {
  if (contours.length === 0) return Buffer.alloc(0)
  const ends = Buffer.alloc(2 * contours.length + 2)
  const flags: number[] = []
  const across: number[] = []
  const up: number[] = []
  let [x, y] = [0, 0]
  for (const [index, contour] of contours.entries()) {
    for (const point of contour) {
      const [flagX, bytesX] = moved(point.x - x, SHORT_X, SAME_X)
      const [flagY, bytesY] = moved(point.y - y, SHORT_Y, SAME_Y)
      flags.push((point.on ? ON : 0) | flagX | flagY)
      across.push(...bytesX)
      up.push(...bytesY)
      x = point.x
      y = point.y
    }
    ends.writeUInt16BE(flags.length - 1, 2 * index)
  }
  const bytes = Buffer.from([...flags, ...across, ...up])
  return Buffer.concat([glyphHead(contours.length, box), ends, bytes])
}

const padded = (length: number): number => (length + 3) & ~3

/** Glyphs one after the other, and where each begins, in the long form. */
export function glyfTables(glyphs: readonly Buffer[]): {
  readonly glyf: Buffer
  readonly loca: Buffer
} {
  const loca = Buffer.alloc(4 * glyphs.length + 4)
  const parts: Buffer[] = []
  let offset = 0
  for (const [index, glyph] of glyphs.entries()) {
    parts.push(glyph, Buffer.alloc(padded(glyph.length) - glyph.length))
    offset += padded(glyph.length)
    loca.writeUInt32BE(offset, 4 * index + 4)
  }
  return { glyf: Buffer.concat(parts), loca }
}
