import { crc32 } from './crc.ts'
import type { CleanImage } from './image.ts'
import { orientationBlock, orientationIn, turned, type Orientation } from './orientation.ts'
import { Bytes, damagedImage, joined, latin, movingImage, u32 } from './parts.ts'

const SIGNATURE_LENGTH = 8
/** The depths that each kind of colour may have (W3C PNG, third edition, table 11.1). */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
/** Chunks that say how the picture looks. All texts, dates, histograms and private data go. */
const KEPT = new Set([
  'PLTE',
  'IDAT',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'cICP',
  'mDCV',
  'cLLI',
])
const CRITICAL = /^[A-Z]/

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = joined([latin(name), body])
  return joined([u32(body.length), named, u32(crc32(named))])
}

/** A colour profile under a name that says nothing (11.3.2.3). */
function unnamed(body: Uint8Array): Uint8Array[] {
  const end = body.indexOf(0)
  return end < 1 || end > 79 ? [] : [chunk('iCCP', joined([latin('icc'), body.subarray(end)]))]
}

function sizeOf(header: Bytes): { width: number; height: number } {
  const [width, height] = [header.u32(0), header.u32(4)]
  const depths = DEPTHS[header.u8(9)]
  const known = depths?.includes(header.u8(8)) && header.u8(10) === 0 && header.u8(11) === 0
  if (!known || header.u8(12) > 1 || width === 0 || height === 0) throw damagedImage()
  return { width, height }
}

/**
 * A PNG with its picture and nothing else: no text, no date, no Exif but the orientation, nothing behind its end.
 * Throws IMAGE_DAMAGED, also where a chunk's checksum is wrong, and IMAGE_ANIMATED.
 */
export function cleanPng(file: Uint8Array): CleanImage {
  const bytes = new Bytes(file)
  const before: Uint8Array[] = []
  const data: Uint8Array[] = []
  let orientation: Orientation = 1
  let size: { width: number; height: number } | undefined
  for (let at = SIGNATURE_LENGTH; ;) {
    const length = bytes.u32(at)
    const end = at + 12 + length
    const whole = bytes.slice(at, end)
    const name = bytes.text(at + 4, 4)
    const body = whole.subarray(8, 8 + length)
    if (bytes.u32(end - 4) !== crc32(whole.subarray(4, 8 + length))) throw damagedImage()
    at = end
    if ((name === 'IHDR') === (size !== undefined)) throw damagedImage()
    if (name === 'IEND') break
    if (name === 'acTL' || name === 'fdAT') throw movingImage()
    if (name === 'IHDR') {
      if (length !== 13) throw damagedImage()
      size = sizeOf(new Bytes(body))
      before.push(whole)
    } else if (name === 'IDAT') data.push(whole)
    else if (name === 'eXIf') orientation = orientationIn(body)
    else if (name === 'iCCP') before.push(...unnamed(body))
    else if (KEPT.has(name)) before.push(whole)
    else if (CRITICAL.test(name)) throw damagedImage()
  }
  if (!size || data.length === 0) throw damagedImage()
  const exif = orientation === 1 ? [] : [chunk('eXIf', orientationBlock(orientation))]
  const end = chunk('IEND', new Uint8Array())
  const parts = [bytes.slice(0, SIGNATURE_LENGTH), ...before, ...exif, ...data, end]
  return { type: 'image/png', bytes: joined(parts), ...turned(size, orientation) }
}
