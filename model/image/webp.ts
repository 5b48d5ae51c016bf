import type { CleanImage } from './image.ts'
import { Bytes, damagedImage, joined, latin, movingImage, u32 } from './parts.ts'

// The flags of VP8X (RFC 9649, 2.7.1).
const ICC = 0x20
const ALPHA = 0x10
const ANIMATION = 0x02

function chunk(name: string, body: Uint8Array): Uint8Array {
  const padding = new Uint8Array(body.length % 2)
  return joined([latin(name), u32(body.length, true), body, padding])
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The size that the coded picture itself states (RFC 6386, 9.1; RFC 9649, 3.4). */
function sizeOf(name: string, body: Bytes): Size {
  if (name === 'VP8L') {
    if (body.u8(0) !== 0x2f) throw damagedImage()
    const bits = body.u32(1, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  const isKey = (body.u8(0) & 1) === 0
  if (!isKey || body.u24(3) !== 0x2a019d) throw damagedImage()
  return { width: body.u16(6, true) & 0x3fff, height: body.u16(8, true) & 0x3fff }
}

/**
 * A WebP with its picture, its transparency and its colour profile and nothing else: no Exif, no XMP, no unknown part.
 * An orientation in its Exif goes too, because no browser turns a WebP by it. Throws IMAGE_DAMAGED and IMAGE_ANIMATED.
 */
export function cleanWebp(file: Uint8Array): CleanImage {
  const bytes = new Bytes(file)
  const end = 8 + bytes.u32(4, true)
  const found = new Map<string, Uint8Array>()
  for (let at = 12; at < end;) {
    const name = bytes.text(at, 4)
    const length = bytes.u32(at + 4, true)
    const body = bytes.slice(at + 8, at + 8 + length)
    if (name === 'ANIM' || name === 'ANMF') throw movingImage()
    if (found.has(name)) throw damagedImage()
    found.set(name, body)
    at += 8 + length + (length % 2)
  }
  const name = found.has('VP8L') ? 'VP8L' : 'VP8 '
  const picture = found.get(name)
  if (!picture) throw damagedImage()
  const size = sizeOf(name, new Bytes(picture))
  if (size.width === 0 || size.height === 0) throw damagedImage()
  const parts: Uint8Array[] = []
  const extended = found.get('VP8X')
  if (extended) {
    const canvas = new Bytes(extended)
    const flags = canvas.u8(0)
    if (flags & ANIMATION) throw movingImage()
    if (canvas.u24(4) + 1 !== size.width || canvas.u24(7) + 1 !== size.height) throw damagedImage()
    const [profile, alpha] = [found.get('ICCP'), found.get('ALPH')]
    const shown = (flags & ALPHA) | (profile ? ICC : 0)
    parts.push(chunk('VP8X', joined([Uint8Array.of(shown, 0, 0, 0), extended.subarray(4, 10)])))
    if (profile) parts.push(chunk('ICCP', profile))
    if (alpha && name === 'VP8 ') parts.push(chunk('ALPH', alpha))
  }
  parts.push(chunk(name, picture))
  const body = joined([latin('WEBP'), ...parts])
  return {
    type: 'image/webp',
    bytes: joined([latin('RIFF'), u32(body.length, true), body]),
    ...size,
  }
}
