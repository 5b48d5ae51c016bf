import { deflateSync } from 'node:zlib'
import {
  PDFDict,
  PDFRawStream,
  PDFRef,
  decodePDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { name } from './object.ts'

/**
 * Gives a zero-width space to glyphs that stand for no character of their own, as the second half of a ligature.
 * Chromium gives them U+0000, which no glyph may stand for (ISO 14289-1, 7.21.7).
 */
export function mendUnicode(pdf: PDFDocument): void {
  const { context } = pdf
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(name('Subtype')) !== name('Type0')) continue
    const reference = font.get(name('ToUnicode'))
    if (!(reference instanceof PDFRef)) continue
    const stream = context.lookup(reference)
    if (!(stream instanceof PDFRawStream)) continue
    const map = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const mended = map.replace(/(<[0-9A-F]{4}> )<0000>/g, '$1<200B>')
    if (mended === map) continue
    const packed = deflateSync(Buffer.from(mended, 'latin1'), { level: 9 })
    const dictionary = context.obj({ Filter: 'FlateDecode', Length: packed.length })
    context.assign(reference, PDFRawStream.of(dictionary, new Uint8Array(packed)))
  }
}
