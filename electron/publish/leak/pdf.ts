import { Buffer } from 'node:buffer'
import { inflateSync, constants } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { list, name, resolved } from '../pdf/object.ts'
import { noisePieces } from './noise.ts'
import { fontReader, readContentStream } from './pdf-text.ts'
import { DEEPEST, inside, Unreadable, type Piece, type Unpack } from './piece.ts'

const LARGEST = 256 * 1024 * 1024

/** The texts that an object holds itself, each with the key that it stands under. */
function* stringsIn(object: PDFObject, key: string): Generator<[key: string, text: string]> {
  if (object instanceof PDFString || object instanceof PDFHexString)
    yield [key, object.decodeText()]
  else if (object instanceof PDFArray)
    for (const one of object.asArray()) yield* stringsIn(one, key)
  else if (object instanceof PDFDict)
    for (const [own, one] of object.entries()) {
      // A name may be any text: that of an element, of a colour, of a destination.
      yield [key, own.decodeText()]
      yield* stringsIn(one, own.decodeText())
    }
  else if (object instanceof PDFRawStream) yield* stringsIn(object.dict, key)
}

/** What a stream holds; undefined where it is a picture in a coding of its own, which is looked at as it stands. */
function contentOf(stream: PDFRawStream): Uint8Array | undefined {
  try {
    return decodePDFRawStream(stream).decode()
  } catch {
    return undefined
  }
}

const isPicture = (stream: PDFRawStream): boolean =>
  stream.dict.get(name('Subtype')) === name('Image') || stream.dict.has(name('Length1'))

/**
 * Everything between `stream` and `endstream`, whoever refers to it: an object that a later one replaced is still in the
 * file. What does not inflate is looked at as it stands.
 */
function* streamsIn(bytes: Buffer): Generator<Uint8Array> {
  const OPEN = 'stream'
  for (let at = bytes.indexOf(OPEN); at !== -1; at = bytes.indexOf(OPEN, at)) {
    let start = at + OPEN.length
    if (bytes[start] === 0x0d) start++
    if (bytes[start] === 0x0a) start++
    const end = bytes.indexOf('endstream', start)
    if (end === -1) return
    at = end + 'endstream'.length
    if (bytes[start] !== 0x78) continue
    try {
      yield inflateSync(bytes.subarray(start, end), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: LARGEST,
      })
    } catch {
      // Not packed in this way: it is among the bytes of the file.
    }
  }
}

function* pageTexts(
  pdf: PDFDocument,
): Generator<[where: string, reading: ReturnType<typeof readContentStream>]> {
  const { context } = pdf
  const fonts = fontReader(context)
  let number = 0
  for (const { node } of pdf.getPages()) {
    number++
    const streams = list(context, node, 'Contents').map((part) => resolved(context, part))
    const content = streams.flatMap((stream) =>
      stream instanceof PDFRawStream
        ? [Buffer.from(contentOf(stream) ?? []), Buffer.from('\n')]
        : [],
    )
    yield [
      `page/${String(number)}`,
      readContentStream(Buffer.concat(content), fonts(node.Resources())),
    ]
  }
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    if (object.dict.get(name('Subtype')) !== name('Form')) continue
    const own = resolved(context, object.dict.get(name('Resources')))
    const resources = own instanceof PDFDict ? own : undefined
    const content = contentOf(object)
    if (content !== undefined)
      yield [
        `object/${String(reference.objectNumber)}`,
        readContentStream(Buffer.from(content), fonts(resources)),
      ]
  }
}

/** Words that run from right to left stand in a page from left to right, glyph by glyph, as they are seen. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/**
 * A PDF: what its pages show, by the maps of its fonts; every text of every object, as titles, descriptions and what stands for
 * something else; and every stream, whether anything refers to it or not.
 */
export async function* pdfPieces(
  bytes: Uint8Array,
  where: string,
  depth: number,
  unpack: Unpack,
): AsyncGenerator<Piece, void, undefined> {
  if (depth > DEEPEST) throw new Unreadable(where, 'nested too deeply')
  yield { kind: 'noise', where, bytes }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const content of streamsIn(file)) yield* noisePieces(content, inside(where, 'stream'))
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false }).catch((error: unknown) => {
    throw new Unreadable(where, String(error))
  })
  for (const [part, reading] of pageTexts(pdf))
    for (const glyphs of [reading.shown, reading.instead]) {
      const place = inside(where, part)
      const text = glyphs.join('')
      yield { kind: 'text', where: place, text }
      if (RIGHT_TO_LEFT.test(text))
        yield { kind: 'text', where: place, text: glyphs.toReversed().join('') }
    }
  let instead = ''
  for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
    const place = inside(where, `object/${String(reference.objectNumber)}`)
    for (const [key, text] of stringsIn(object, '')) {
      if (key === 'ActualText') instead += ` ${text}`
      yield { kind: 'text', where: inside(place, key), text }
    }
    if (!(object instanceof PDFRawStream) || isPicture(object)) continue
    const content = contentOf(object)
    if (content !== undefined) yield* unpack(content, place, depth + 1)
  }
  // What stands for a text may come word by word.
  yield { kind: 'text', where: inside(where, 'ActualText'), text: instead }
}
