import { PDFHexString, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib'
import { dictionary, name } from './object.ts'

/** The bookmarks of a PDF in reading order. */
export function bookmarks(pdf: PDFDocument): PDFDict[] {
  const { context, catalog } = pdf
  const found: PDFDict[] = []
  const walk = (first: PDFDict | undefined): void => {
    for (let item = first; item !== undefined; item = dictionary(context, item, 'Next')) {
      found.push(item)
      walk(dictionary(context, item, 'First'))
    }
  }
  const outlines = dictionary(context, catalog, 'Outlines')
  if (outlines) walk(dictionary(context, outlines, 'First'))
  return found
}

/**
 * Chromium makes a bookmark of every heading, but doubles the text of one that starts a page and reverses words that
 * run from right to left. The titles are written anew from the document; where the numbers differ, nothing is
 * touched, because a title on the wrong heading is worse than an odd one.
 */
export function nameBookmarks(pdf: PDFDocument, headings: readonly string[]): void {
  const items = bookmarks(pdf)
  if (items.length !== headings.length) return
  for (const [index, item] of items.entries())
    item.set(name('Title'), PDFHexString.fromText(headings[index]!))
  pdf.catalog.set(name('PageMode'), name('UseOutlines'))
}
