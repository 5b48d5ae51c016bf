import { Bytes, joined, latin, u32 } from './parts.ts'

/** How a camera was held, as Exif 3.0 (CIPA DC-008, 4.6.5) counts it: 1 is upright, 5 to 8 lie on their side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const TAG = 0x0112
const SHORT = 3

/** The orientation that a TIFF block of Exif data states; 1 where it states none, or what nobody can read. */
export function orientationIn(tiff: Uint8Array): Orientation {
  try {
    const bytes = new Bytes(tiff)
    const order = bytes.text(0, 2)
    if (order !== 'II' && order !== 'MM') return 1
    const little = order === 'II'
    if (bytes.u16(2, little) !== 42) return 1
    const directory = bytes.u32(4, little)
    for (let count = bytes.u16(directory, little), at = directory + 2; count > 0; count--, at += 12)
      if (bytes.u16(at, little) === TAG && bytes.u16(at + 2, little) === SHORT) {
        const value = bytes.u16(at + 8, little)
        return value >= 1 && value <= 8 ? (value as Orientation) : 1
      }
    return 1
  } catch {
    return 1
  }
}

/** Exif data that state an orientation and nothing else. */
export const orientationBlock = (orientation: Orientation): Uint8Array =>
  joined([
    latin('MM'),
    Uint8Array.of(0, 42),
    u32(8),
    Uint8Array.of(0, 1),
    Uint8Array.of(TAG >> 8, TAG & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0),
    u32(0),
  ])

interface Size {
  readonly width: number
  readonly height: number
}

/** Width and height as the image is shown. */
export const turned = ({ width, height }: Size, orientation: Orientation): Size =>
  orientation >= 5 ? { width: height, height: width } : { width, height }
