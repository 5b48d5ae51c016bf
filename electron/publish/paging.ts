import { PDFArray, PDFRef, type PDFDocument } from '@cantoo/pdf-lib'
import type { PageHeading } from './headings.ts'
import { name, resolved } from './pdf/object.ts'
import { bookmarks } from './pdf/outline.ts'

/** Where a page came to stand on paper, so that it can be printed again with that in it. */
export interface Paging {
  /** The sheet, from 1, on which the section of each anchor begins. */
  readonly sheets: ReadonlyMap<string, number>
  /**
   * What stands in the head of each sheet: the first section that begins on it or, where none does, the one that goes
   * on. Empty on the first, which has the title.
   */
  readonly heads: readonly string[]
}

/** The sheet of every heading, by the bookmarks that Chromium makes of them. */
function sheetsOfBookmarks(pdf: PDFDocument): (number | undefined)[] {
  const sheets = new Map(pdf.getPages().map(({ ref }, index) => [ref, index + 1]))
  return bookmarks(pdf).map((item) => {
    const place = resolved(pdf.context, item.get(name('Dest')))
    const page = place instanceof PDFArray ? place.get(0) : undefined
    return page instanceof PDFRef ? sheets.get(page) : undefined
  })
}

/**
 * Undefined where no section has a heading, or the bookmarks are not those of the headings: no number is better than a wrong
 * one.
 */
export function pagingOf(pdf: PDFDocument, headings: readonly PageHeading[]): Paging | undefined {
  const places = sheetsOfBookmarks(pdf)
  if (places.length !== headings.length) return undefined
  const sheets = new Map<string, number>()
  const first: string[] = []
  const last: string[] = []
  for (const [index, { anchor, text }] of headings.entries()) {
    const sheet = places[index]
    if (sheet === undefined) return undefined
    if (anchor === undefined) continue
    sheets.set(anchor, sheet)
    first[sheet - 1] ??= text
    last[sheet - 1] = text
  }
  if (sheets.size === 0) return undefined
  let current = ''
  const heads = Array.from({ length: pdf.getPageCount() }, (_, index) => {
    const head = first[index] ?? current
    current = last[index] ?? current
    return index === 0 ? '' : head
  })
  return { sheets, heads }
}

/** Did the page come to stand in the same places again? */
export const samePaging = (one: Paging, other: Paging): boolean =>
  one.sheets.size === other.sheets.size &&
  one.heads.length === other.heads.length &&
  one.heads.every((head, index) => head === other.heads[index]) &&
  [...one.sheets].every(([anchor, sheet]) => other.sheets.get(anchor) === sheet)
