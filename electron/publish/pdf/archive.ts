import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import {
  PDFHexString,
  PDFNumber,
  PDFRawStream,
  PDFString,
  getDefaultSRGBProfile,
  type PDFDict,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { dictionary, name } from './object.ts'

/** A file inside a PDF. */
export interface Attachment {
  /** ASCII letters, digits, hyphens and points. */
  readonly file: string
  readonly type: 'text/markdown'
  readonly bytes: Uint8Array
  /** What it is, in the words of the document's locale. */
  readonly says: string
  /** When it was changed last, as precise as the document states it: ISO 8601, or null. */
  readonly modified: string | null
}

/** Bytes as a packed stream; `dict` says what they are. */
function packed(pdf: PDFDocument, bytes: Uint8Array, dict: PDFDict): PDFRef {
  const content = deflateSync(bytes, { level: 9 })
  dict.set(name('Filter'), name('FlateDecode'))
  dict.set(name('Length'), PDFNumber.of(content.length))
  return pdf.context.register(PDFRawStream.of(dict, new Uint8Array(content)))
}

/** Colours are those of sRGB, as browsers mean them (ISO 19005-3, 6.2.3). */
function nameColours(pdf: PDFDocument): void {
  const profile = packed(pdf, getDefaultSRGBProfile(), pdf.context.obj({ N: 3 }))
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  }
  pdf.catalog.set(name('OutputIntents'), pdf.context.obj([intent]))
}

/** Puts a file into the document as its source (ISO 19005-3, annex E). */
function attach(pdf: PDFDocument, { file, type, bytes, says, modified }: Attachment): void {
  const { context, catalog } = pdf
  const params = context.obj({
    Size: bytes.length,
    CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
  })
  if (modified !== null)
    params.set(name('ModDate'), PDFString.of(`D:${modified.replaceAll('-', '')}`))
  const stream = packed(
    pdf,
    bytes,
    context.obj({ Type: 'EmbeddedFile', Subtype: type, Params: params }),
  )
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(file),
      UF: PDFHexString.fromText(file),
      Desc: PDFHexString.fromText(says),
      AFRelationship: 'Source',
      EF: { F: stream, UF: stream },
    }),
  )
  const names = dictionary(context, catalog, 'Names') ?? context.obj({})
  names.set(
    name('EmbeddedFiles'),
    context.obj({ Names: [PDFHexString.fromText(file), specification] }),
  )
  catalog.set(name('Names'), names)
  catalog.set(name('AF'), context.obj([specification]))
}

/** Makes a tagged PDF one for archives, PDF/A-3a (ISO 19005-3), with what it was made from in it. */
export function archive(pdf: PDFDocument, source: Attachment): void {
  nameColours(pdf)
  attach(pdf, source)
}
