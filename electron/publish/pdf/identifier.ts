import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib'

const NODE = /^node(\d+)$/

const numberOf = (object: PDFObject | undefined): number | undefined => {
  if (!(object instanceof PDFString || object instanceof PDFHexString)) return undefined
  const number = NODE.exec(object.decodeText())?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Calls `visit` for every place in the file that holds a string or may hold more of them. */
function everyString(
  pdf: PDFDocument,
  visit: (value: PDFObject, replace: (value: PDFObject) => void) => void,
): void {
  const walk = (object: PDFObject): void => {
    if (object instanceof PDFDict)
      for (const [key, value] of object.entries()) {
        visit(value, (next) => object.set(key, next))
        walk(value)
      }
    else if (object instanceof PDFArray)
      for (const [index, value] of object.asArray().entries()) {
        visit(value, (next) => object.set(index, next))
        walk(value)
      }
  }
  for (const [, object] of pdf.context.enumerateIndirectObjects()) walk(object)
}

/**
 * Elements of the structure are named after nodes of the page, which Chromium counts through all the pages that it
 * ever had open. They are counted anew from 1 in the same order (the tree of names is sorted), so that the same page
 * gives the same file.
 */
export function renumberElements(pdf: PDFDocument): void {
  const numbers = new Set<number>()
  everyString(pdf, (value) => {
    const number = numberOf(value)
    if (number !== undefined) numbers.add(number)
  })
  const places = new Map(
    [...numbers].toSorted((a, b) => a - b).map((number, at) => [number, at + 1]),
  )
  everyString(pdf, (value, replace) => {
    const number = numberOf(value)
    if (number !== undefined)
      replace(PDFString.of(`node${String(places.get(number)).padStart(8, '0')}`))
  })
}
