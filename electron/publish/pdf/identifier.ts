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

/** Every place in the file that holds the number of an element. */
function* placesOf(pdf: PDFDocument): Generator<readonly [number, (next: PDFObject) => void]> {
  const pending = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  const look = (value: PDFObject): number | undefined => {
    if (value instanceof PDFDict || value instanceof PDFArray) pending.push(value)
    return numberOf(value)
  }
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    const holder = object
    if (holder instanceof PDFDict)
      for (const [key, value] of holder.entries()) {
        const number = look(value)
        if (number !== undefined) yield [number, (next) => holder.set(key, next)]
      }
    else if (holder instanceof PDFArray)
      for (const [index, value] of holder.asArray().entries()) {
        const number = look(value)
        if (number !== undefined) yield [number, (next) => holder.set(index, next)]
      }
  }
}

/**
 * Elements of the structure are named after nodes of the page, which Chromium counts through all the pages that it
 * ever had open. They are counted anew from 1 in the same order (the tree of names is sorted), so that the same page
 * gives the same file.
 */
export function renumberElements(pdf: PDFDocument): void {
  const found = [...placesOf(pdf)]
  const numbers = [...new Set(found.map(([number]) => number))].toSorted((a, b) => a - b)
  const places = new Map(numbers.map((number, at) => [number, at + 1]))
  for (const [number, replace] of found)
    replace(PDFString.of(`node${String(places.get(number)).padStart(8, '0')}`))
}
