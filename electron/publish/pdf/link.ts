import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { dictionary, name, resolved } from './object.ts'

/** Where a link goes: its address, or the heading that it leads to. */
function targetOf(
  context: PDFContext,
  link: PDFDict,
  headings: ReadonlyMap<string, string>,
): string | undefined {
  const action = dictionary(context, link, 'A')
  const address = action && resolved(context, action.get(name('URI')))
  if (address instanceof PDFString || address instanceof PDFHexString) return address.decodeText()
  const destination = link.get(name('Dest'))
  return destination instanceof PDFName ? headings.get(destination.decodeText()) : undefined
}

/** Says in words where each link goes, as PDF/UA-1 asks of link annotations (ISO 14289-1, 7.18.5). */
export function describeLinks(pdf: PDFDocument, headings: ReadonlyMap<string, string>): void {
  const { context } = pdf
  for (const { node } of pdf.getPages()) {
    const annotations = resolved(context, node.get(name('Annots')))
    if (!(annotations instanceof PDFArray)) continue
    for (const reference of annotations.asArray()) {
      const link = resolved(context, reference)
      if (!(link instanceof PDFDict) || link.get(name('Subtype')) !== name('Link')) continue
      const target = targetOf(context, link, headings)
      if (target !== undefined) link.set(name('Contents'), PDFHexString.fromText(target))
    }
  }
}
