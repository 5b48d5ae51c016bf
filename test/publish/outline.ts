import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDocument,
} from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)

export type Bookmark = readonly [depth: number, title: string, sheet: number]

/** The bookmarks of a PDF, each with its depth and the sheet that it leads to, from 1. */
export function outlineOf(pdf: PDFDocument): Bookmark[] {
  const found: Bookmark[] = []
  const sheets = pdf.getPages().map(({ ref }) => ref)
  const walk = (item: PDFDict | undefined, depth: number): void => {
    for (let at = item; at !== undefined; at = at.lookupMaybe(name('Next'), PDFDict)) {
      const title = at.lookup(name('Title'))
      if (title instanceof PDFHexString || title instanceof PDFString)
        found.push([
          depth,
          title.decodeText(),
          sheets.findIndex((ref) => ref === at?.lookup(name('Dest'), PDFArray).get(0)) + 1,
        ])
      walk(at.lookupMaybe(name('First'), PDFDict), depth + 1)
    }
  }
  walk(pdf.catalog.lookup(name('Outlines'), PDFDict).lookupMaybe(name('First'), PDFDict), 1)
  return found
}
