import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'

export const name = (text: string): PDFName => PDFName.of(text)

/** What a reference points to; anything else is itself. */
export const resolved = (context: PDFContext, object: PDFObject | undefined) =>
  object instanceof PDFRef ? context.lookup(object) : object

/** The entry of a dictionary as a dictionary, where it is one. */
export function dictionary(context: PDFContext, holder: PDFDict, key: string): PDFDict | undefined {
  const value = resolved(context, holder.get(name(key)))
  return value instanceof PDFDict ? value : undefined
}

/** The entry of a dictionary as a list: PDF writes a list of one as the thing itself. */
export function list(context: PDFContext, holder: PDFDict, key: string): PDFObject[] {
  const value = holder.get(name(key))
  if (value === undefined) return []
  const target = resolved(context, value)
  return target instanceof PDFArray ? target.asArray() : [value]
}
