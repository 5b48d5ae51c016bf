import { createHash } from 'node:crypto'
import {
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFRawStream,
  PDFString,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { dictionary, name, resolved } from './object.ts'

/** What a PDF says about itself. Dates are ISO 8601 as precise as the document states them; null where it does not. */
export interface PdfMetadata {
  readonly title: string
  readonly description: string
  readonly authors: readonly string[]
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly created: string | null
  readonly modified: string | null
  /** What the file's identifier is made from: the same document gets the same one. */
  readonly identity: string
  /** Whether it is for archives: PDF/A-3a. */
  readonly archive: boolean
}

const CREATOR = 'Afterword'

const escaped = (text: string): string =>
  text
    // Characters that XML 1.0 has no place for.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

const property = (tag: string, value: string | null): string =>
  value === null || value === '' ? '' : `<${tag}>${escaped(value)}</${tag}>\n`

const alternative = (tag: string, value: string): string =>
  value === ''
    ? ''
    : `<${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${tag}>\n`

const array = (tag: string, kind: 'Seq' | 'Bag', values: readonly string[]): string =>
  values.length === 0
    ? ''
    : `<${tag}><rdf:${kind}>${values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`).join('')}</rdf:${kind}></${tag}>\n`

/** What a packet for archives says beside: its level, and what the property of PDF/UA is (ISO 19005-3, 6.6.2.3). */
const ARCHIVE = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>The part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`

/** The metadata as an XMP packet (ISO 16684-1), with the claim of PDF/UA-1. */
export function xmp(about: PdfMetadata, producer: string): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
${alternative('dc:title', about.title)}${alternative('dc:description', about.description)}${array('dc:creator', 'Seq', about.authors)}${array('dc:language', 'Bag', [about.locale])}${property('xmp:CreateDate', about.created)}${property('xmp:ModifyDate', about.modified)}${property('xmp:CreatorTool', CREATOR)}${property('pdf:Producer', producer)}<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${about.archive ? ARCHIVE : ''}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

/** A date as PDF writes it, as precise as it is stated (ISO 32000-1, 7.9.4). */
const pdfDate = (date: string): PDFString => PDFString.of(`D:${date.replaceAll('-', '')}`)

function writeInfo(pdf: PDFDocument, about: PdfMetadata): string {
  const { context } = pdf
  const known = resolved(context, context.trailerInfo.Info)
  const info = known instanceof PDFDict ? known : context.obj({})
  if (!(known instanceof PDFDict)) context.trailerInfo.Info = context.register(info)
  const stated = {
    Title: about.title,
    Subject: about.description,
    Author: about.authors.join(', '),
    Creator: CREATOR,
  }
  for (const [key, value] of Object.entries(stated))
    if (value === '') info.delete(name(key))
    else info.set(name(key), PDFHexString.fromText(value))
  for (const [key, date] of [
    ['CreationDate', about.created],
    ['ModDate', about.modified],
  ] as const)
    if (date === null) info.delete(name(key))
    else info.set(name(key), pdfDate(date))
  const producer = info.get(name('Producer'))
  return producer instanceof PDFString || producer instanceof PDFHexString
    ? producer.decodeText()
    : ''
}

/** Title, authors, dates and language for readers' programs; nothing in it comes from the clock. */
export function writeMetadata(pdf: PDFDocument, about: PdfMetadata): void {
  const { context, catalog } = pdf
  const producer = writeInfo(pdf, about)
  const packet = Buffer.from(xmp(about, producer))
  const stream = PDFRawStream.of(
    context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length }),
    new Uint8Array(packet),
  )
  catalog.set(name('Metadata'), context.register(stream))
  catalog.set(name('Lang'), PDFString.of(about.locale))
  const viewer = dictionary(context, catalog, 'ViewerPreferences') ?? context.obj({})
  viewer.set(name('DisplayDocTitle'), PDFBool.True)
  if (about.direction === 'rtl') viewer.set(name('Direction'), name('R2L'))
  catalog.set(name('ViewerPreferences'), viewer)
  const id = createHash('sha256').update(`${producer}\n${about.identity}`).digest('hex')
  const identifier = PDFHexString.of(id.slice(0, 32))
  context.trailerInfo.ID = context.obj([identifier, identifier])
}
