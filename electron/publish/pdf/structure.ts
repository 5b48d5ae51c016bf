import { PDFDict, PDFName, PDFRef, type PDFContext, type PDFDocument } from '@cantoo/pdf-lib'
import { dictionary, list, name, resolved } from './object.ts'

const roleOf = (element: PDFDict): string | undefined => {
  const role = element.get(name('S'))
  return role instanceof PDFName ? role.decodeText() : undefined
}

const elementAt = (context: PDFContext, kid: unknown): PDFDict | undefined => {
  const target = kid instanceof PDFRef ? context.lookup(kid) : kid
  return target instanceof PDFDict && roleOf(target) !== undefined ? target : undefined
}

/** What stands in a list item beside its label belongs in a body (ISO 32000-1, 14.8.4.3.3); Chromium writes none. */
function giveBody(context: PDFContext, item: PDFDict, itemRef: PDFRef): void {
  const kids = list(context, item, 'K')
  const isRole = (kid: unknown, role: string) => {
    const element = elementAt(context, kid)
    return element !== undefined && roleOf(element) === role
  }
  const labels = kids.filter((kid) => isRole(kid, 'Lbl'))
  const rest = kids.filter((kid) => !isRole(kid, 'Lbl'))
  if (rest.every((kid) => isRole(kid, 'LBody'))) return
  const body = context.obj({ Type: 'StructElem', S: 'LBody', K: rest, P: itemRef })
  const page = item.get(name('Pg'))
  if (page) body.set(name('Pg'), page)
  const bodyRef = context.register(body)
  for (const kid of rest) elementAt(context, kid)?.set(name('P'), bodyRef)
  item.set(name('K'), context.obj([...labels, bodyRef]))
}

/** An element that holds a link annotation is a link, whatever Chromium called it (ISO 14289-1, 7.18.5). */
function callLink(context: PDFContext, element: PDFDict): void {
  const annotated = list(context, element, 'K').some((kid) => {
    const target = resolved(context, kid)
    return target instanceof PDFDict && target.get(name('Type')) === name('OBJR')
  })
  if (annotated && roleOf(element) === 'NonStruct') element.set(name('S'), name('Link'))
}

/**
 * Chromium calls an image a figure, and what holds an image and its caption too. The one is a figure with a description;
 * the other has none (ISO 14289-1, 7.3, asks for one of every figure) and is a group.
 */
function callGroup(element: PDFDict): void {
  if (roleOf(element) === 'Figure' && !element.has(name('Alt'))) element.set(name('S'), name('Div'))
}

/** Mends the structure tree that Chromium writes where PDF/UA-1 (ISO 14289-1) asks for more. */
export function mendStructure(pdf: PDFDocument): void {
  const { context, catalog } = pdf
  const root = dictionary(context, catalog, 'StructTreeRoot')
  if (root === undefined) return
  // Roles of PDF 2.0 that a PDF 1.7 reader does not know.
  root.set(name('RoleMap'), context.obj({ Strong: 'Span', Em: 'Span' }))
  const pending = list(context, root, 'K')
  for (let kid = pending.pop(); kid !== undefined; kid = pending.pop()) {
    const element = elementAt(context, kid)
    if (element === undefined) continue
    pending.push(...list(context, element, 'K'))
    if (roleOf(element) === 'LI' && kid instanceof PDFRef) giveBody(context, element, kid)
    callLink(context, element)
    callGroup(element)
  }
}
