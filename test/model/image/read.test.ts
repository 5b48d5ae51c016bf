import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { LARGEST_IMAGE } from '../../../model/image/image.ts'
import { readImage } from '../../../model/image/read.ts'
import {
  exif,
  exifSegment,
  gif,
  GIF_FRAME,
  hugePng,
  jpeg,
  jpegSegment,
  png,
  pngChunk,
  webp,
  webpChunk,
  webpExtended,
  webpPicture,
} from '../../fixtures/images.ts'
import { valueOf } from '../../fixtures/library.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const taken = (name: string, bytes: Uint8Array) => valueOf(readImage({ name, bytes }))
const refusal = (name: string, bytes: Uint8Array) => {
  const read = readImage({ name, bytes })
  return read.ok ? 'taken' : read.error.code
}
const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(latin(text))

test('a telephone photograph keeps its picture and how it was held, and loses place, device and thumbnail', () => {
  const thumbnail = jpegSegment(0xe0, latin('JFXX\0\x10secret thumbnail'))
  const film = jpegSegment(0xe2, latin('MPF\0more pictures'))
  const note = jpegSegment(0xfe, latin('shot at home'))
  const xmp = jpegSegment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Mira</x:xmpmeta>'))
  const file = jpeg(16, 8, [exifSegment(6), thumbnail, film, note, xmp])
  expect(has(file, 'Pocketcam')).toBe(true)
  const image = taken('photo.jpg', Buffer.concat([file, latin('trailing film')]))
  // Lying on its side: it is shown 8 wide and 16 high.
  expect(image).toMatchObject({ type: 'image/jpeg', width: 8, height: 16 })
  for (const trace of ['Pocketcam', 'JFXX', 'MPF', 'home', 'Mira', 'film'])
    expect(has(image.bytes, trace), trace).toBe(false)
  // The latitude's numbers, as they were written.
  expect(Buffer.from(image.bytes).includes(Buffer.of(0x10, 0x0d, 0, 0, 100, 0, 0, 0))).toBe(false)
  expect(Buffer.from(image.bytes).includes(Buffer.of(0x88, 0x25))).toBe(false)
  expect(has(image.bytes, 'Exif\0\0MM\0*')).toBe(true)
  expect(taken('photo.jpg', image.bytes)).toEqual(image)
})

test('a photograph keeps its colour profile and how its colours are coded', () => {
  const profile = jpegSegment(0xe2, latin('ICC_PROFILE\0\x01\x01profile'))
  const adobe = jpegSegment(0xee, latin('Adobe\0\x64\0\0\0\0\x01'))
  const image = taken('PHOTO.JPEG', jpeg(8, 8, [profile, adobe, exifSegment(1)]))
  expect(has(image.bytes, 'ICC_PROFILE\0\x01\x01profile')).toBe(true)
  expect(has(image.bytes, 'Adobe')).toBe(true)
  expect(has(image.bytes, 'Exif')).toBe(false)
})

test('a screenshot loses its texts and its date and whatever stands behind its end', () => {
  const texts = [
    pngChunk('tEXt', latin('Author\0Mira')),
    pngChunk('iTXt', latin('XML:com.adobe.xmp\0\0\0\0\0<xmp/>')),
    pngChunk('tIME', Buffer.of(7, 232, 3, 1, 9, 0, 0)),
    pngChunk('eXIf', exif(1)),
    pngChunk('prVt', latin('private data')),
    pngChunk('sRGB', Buffer.of(0)),
    pngChunk('iCCP', Buffer.concat([latin("Mira's screen\0\0"), deflateSync(latin('profile'))])),
  ]
  const file = png(5, 3, texts)
  const image = taken('shot.png', Buffer.concat([file, latin('what was cut away')]))
  expect(image).toMatchObject({ type: 'image/png', width: 5, height: 3 })
  for (const trace of ['Mira', 'xmp', 'tIME', 'Pocketcam', 'private', 'cut away', 'eXIf'])
    expect(has(image.bytes, trace), trace).toBe(false)
  expect(has(image.bytes, 'sRGB')).toBe(true)
  expect(has(image.bytes, 'iCCP')).toBe(true)
  expect(taken('shot.png', image.bytes)).toEqual(image)
})

test('a WebP loses Exif and XMP, with the flags that announce them', () => {
  const chunks = [
    webpExtended(0x0c, 40, 30),
    webpPicture(40, 30),
    webpChunk('EXIF', exif(8)),
    webpChunk('XMP ', latin('<x:xmpmeta>Mira</x:xmpmeta>')),
  ]
  const image = taken('shot.webp', webp(chunks))
  expect(image).toMatchObject({ type: 'image/webp', width: 40, height: 30 })
  expect(has(image.bytes, 'Pocketcam')).toBe(false)
  expect(has(image.bytes, 'Mira')).toBe(false)
  expect(image.bytes[20]).toBe(0)
  expect(has(image.bytes, 'EXIF')).toBe(false)
  const plain = taken('shot.webp', webp([webpPicture(40, 30)]))
  expect(Buffer.from(plain.bytes)).toEqual(webp([webpPicture(40, 30)]))
})

test('a GIF of one frame loses its comments', () => {
  const comment = Buffer.concat([Buffer.of(0x21, 0xfe, 4), latin('Mira'), Buffer.of(0)])
  const image = taken('dot.gif', gif([comment, GIF_FRAME, comment]))
  expect(Buffer.from(image.bytes)).toEqual(gif())
})

test('what moves is refused, in every format that can', () => {
  expect(refusal('a.gif', gif([GIF_FRAME, GIF_FRAME]))).toBe('IMAGE_ANIMATED')
  expect(refusal('a.png', png(1, 1, [pngChunk('acTL', Buffer.alloc(8))]))).toBe('IMAGE_ANIMATED')
  const moving = webp([webpExtended(0x02, 1, 1), webpPicture(1, 1)])
  expect(refusal('a.webp', moving)).toBe('IMAGE_ANIMATED')
})

test('what is no image, or another one than its name says, is refused', () => {
  expect(refusal('page.png', latin('<!doctype html><script>alert(1)</script>'))).toBe(
    'IMAGE_UNKNOWN',
  )
  expect(refusal('drawing.svg', latin('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
    'IMAGE_UNKNOWN',
  )
  expect(refusal('empty.png', new Uint8Array())).toBe('IMAGE_UNKNOWN')
  expect(readImage({ name: 'shot.png', bytes: jpeg(8, 8) })).toEqual({
    ok: false,
    error: { code: 'IMAGE_MISNAMED', params: { file: 'shot.png', type: 'JPEG' } },
  })
  // A name without an extension claims nothing.
  expect(refusal('image', jpeg(8, 8))).toBe('taken')
})

test('too many bytes and too many pixels are refused before anybody unpacks them', () => {
  expect(refusal('long.png', Buffer.alloc(LARGEST_IMAGE + 1))).toBe('FILE_TOO_LARGE')
  expect(refusal('wide.png', hugePng(12_001, 1))).toBe('IMAGE_TOO_LARGE')
  expect(refusal('bomb.png', hugePng(12_000, 12_000))).toBe('IMAGE_TOO_LARGE')
  expect(refusal('fine.png', hugePng(12_000, 5000))).toBe('taken')
})

const WHOLE = [
  ['a.png', png(4, 4)],
  ['a.jpg', jpeg(8, 8, [exifSegment(3)])],
  ['a.webp', webp([webpExtended(0x08, 4, 4), webpPicture(4, 4), webpChunk('EXIF', exif(3))])],
  ['a.gif', gif()],
] as const

test.each(WHOLE)('%s is refused wherever it is cut off', (name, file) => {
  for (let length = 0; length < file.length; length++)
    expect(['IMAGE_DAMAGED', 'IMAGE_UNKNOWN']).toContain(refusal(name, file.subarray(0, length)))
})

test.each(WHOLE)(
  '%s with any byte changed is taken or refused, and nothing is thrown',
  (name, file) => {
    for (let at = 0; at < file.length; at++)
      for (const value of [0, 1, 0x7f, 0xff]) {
        const changed = Buffer.from(file)
        changed[at] = value
        expect(refusal(name, changed)).toMatch(/^(taken|IMAGE_\w+)$/)
      }
  },
)

test('a PNG whose checksum is wrong is refused', () => {
  const file = png(4, 4)
  file[file.length - 20]! ^= 1
  expect(refusal('a.png', file)).toBe('IMAGE_DAMAGED')
})
