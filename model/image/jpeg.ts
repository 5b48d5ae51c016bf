import type { CleanImage } from './image.ts'
import { orientationBlock, orientationIn, turned, type Orientation } from './orientation.ts'
import { begins, Bytes, damagedImage, joined, latin } from './parts.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const COMMENT = 0xfe
const EXIF = 'Exif\0\0'
const JFIF = 'JFIF\0'

/** Start of frame, of every way to code one; C4, C8 and CC are other things (ISO/IEC 10918-1, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
/** Tables, frames, restart intervals and numbers of lines. */
const isNeeded = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xdb && marker <= 0xdd)

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  joined([Uint8Array.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff), body])

/** Where the coded data that begin here end: at the next marker that is no restart and no stuffed byte (B.1.1.5). */
function afterScan(bytes: Bytes, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.all.indexOf(0xff, at)
    if (at === -1) throw damagedImage()
    const next = bytes.u8(at + 1)
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
}

/** What of an application's segment is for the looks: the colour profile, how colours are coded, the resolution. */
function kept(marker: number, body: Uint8Array): Uint8Array | undefined {
  // The thumbnail behind it shows what was cut away.
  if (marker === APP0 && begins(body, JFIF) && body.length >= 12)
    return segment(APP0, joined([body.subarray(0, 12), Uint8Array.of(0, 0)]))
  if (marker === APP2 && begins(body, 'ICC_PROFILE\0')) return segment(marker, body)
  if (marker === APP14 && begins(body, 'Adobe')) return segment(marker, body)
  return undefined
}

/**
 * A JPEG with its picture and nothing else: no Exif but the orientation, no place, no thumbnail, no comment, nothing
 * behind its end. Its coded data are not touched. Throws IMAGE_DAMAGED.
 */
export function cleanJpeg(file: Uint8Array): CleanImage {
  const bytes = new Bytes(file)
  const head: Uint8Array[] = []
  const rest: Uint8Array[] = []
  let orientation: Orientation = 1
  let size: { width: number; height: number } | undefined
  let scans = 0
  let at = 2
  for (;;) {
    if (bytes.u8(at) !== 0xff) throw damagedImage()
    while (bytes.u8(at + 1) === 0xff) at++
    const marker = bytes.u8(at + 1)
    if (marker === EOI) break
    const end = at + 2 + bytes.u16(at + 2)
    const body = bytes.slice(at + 4, end)
    at = end
    if (marker === SOS) {
      at = afterScan(bytes, end)
      rest.push(segment(SOS, body), bytes.slice(end, at))
      scans++
    } else if (marker === APP1 && begins(body, EXIF)) {
      if (orientation === 1) orientation = orientationIn(body.subarray(EXIF.length))
    } else if ((marker >= APP0 && marker <= 0xef) || marker === COMMENT) {
      const part = kept(marker, body)
      if (part) (marker === APP0 ? head : rest).push(part)
    } else if (isNeeded(marker)) {
      if (isFrame(marker)) {
        if (size || body.length < 6) throw damagedImage()
        const frame = new Bytes(body)
        size = { height: frame.u16(1), width: frame.u16(3) }
      }
      rest.push(segment(marker, body))
    } else throw damagedImage()
  }
  if (!size || scans === 0 || size.width === 0 || size.height === 0) throw damagedImage()
  const exif =
    orientation === 1 ? [] : [segment(APP1, joined([latin(EXIF), orientationBlock(orientation)]))]
  const parts = [Uint8Array.of(0xff, SOI), ...head, ...exif, ...rest, Uint8Array.of(0xff, EOI)]
  return { type: 'image/jpeg', bytes: joined(parts), ...turned(size, orientation) }
}
