import {
  PDFDict,
  PDFName,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { dictionary, list, name, resolved } from './object.ts'

/** What a page says of its parts, so that they can be found among the tags. */
export interface Parts {
  /** The fragment of the section that each heading heads, in order; undefined for those inside one. */
  readonly headings: readonly (string | undefined)[]
  /** The fragments of the notes, in order, and of the section that they stand in. */
  readonly notes: readonly string[]
  readonly notesSection: string
}

interface Tag {
  readonly element: PDFDict
  readonly role: string
  readonly kids: readonly Tag[]
  /** Where a link that it holds itself leads to in the document. */
  readonly leads: string | undefined
}

function tagOf(context: PDFContext, object: unknown): Tag | undefined {
  const element = object instanceof PDFRef ? context.lookup(object) : object
  if (!(element instanceof PDFDict)) return undefined
  const role = element.get(name('S'))
  if (!(role instanceof PDFName)) return undefined
  const children = list(context, element, 'K')
  const kids = children.flatMap((kid) => tagOf(context, kid) ?? [])
  const leads = children.flatMap((kid) => {
    const held = resolved(context, kid)
    const annotation = held instanceof PDFDict ? dictionary(context, held, 'Obj') : undefined
    const to = annotation?.get(name('Dest'))
    return to instanceof PDFName ? [to.decodeText()] : []
  })
  return { element, role: role.decodeText(), kids, leads: leads[0] }
}

/** In the order in which it is read. */
const walk = (tag: Tag, visit: (tag: Tag, within: Tag) => void, within: Tag = tag): void => {
  visit(tag, within)
  for (const kid of tag.kids) walk(kid, visit, tag)
}
const call = ({ element }: Tag, role: string): void => element.set(name('S'), name(role))
const bodiesOf = ({ kids }: Tag): Tag[] => kids.filter(({ role }) => role === 'LBody')

/** A list of links to sections is a table of contents (ISO 32000-1, 14.8.4.2). */
function callContents(tag: Tag, sections: ReadonlySet<string>): boolean {
  const links = tag.kids.map((item) => bodiesOf(item).flatMap(({ kids }) => kids))
  const leads = (found: readonly Tag[]): boolean =>
    found.length === 1 && found[0]!.leads !== undefined && sections.has(found[0]!.leads)
  if (tag.role !== 'L' || links.length === 0 || !links.every(leads)) return false
  call(tag, 'TOC')
  for (const item of tag.kids) {
    call(item, 'TOCI')
    for (const body of bodiesOf(item)) call(body, 'Reference')
  }
  return true
}

/** Names elements by which others find them; the names come after all that are there (ISO 32000-1, 14.7.2). */
function identify(pdf: PDFDocument, root: PDFDict, named: readonly (readonly [string, PDFRef])[]) {
  const { context } = pdf
  const names = named.flatMap(([id, element]) => [PDFString.of(id), element])
  const limits = [named[0]![0], named.at(-1)![0]].map((id) => PDFString.of(id))
  const leaf = context.register(context.obj({ Limits: limits, Names: names }))
  const tree = dictionary(context, root, 'IDTree')
  const kids = tree ? list(context, tree, 'Kids') : []
  root.set(name('IDTree'), context.register(context.obj({ Kids: [...kids, leaf] })))
}

const idOf = (number: number): string => `note${String(number).padStart(8, '0')}`

/** What stands in the items of the list of notes are notes, each with a name of its own (ISO 14289-1, 7.9). */
function callNotes(pdf: PDFDocument, root: PDFDict, section: Tag, count: number): void {
  const items = section.kids.find(({ role }) => role === 'L')?.kids ?? []
  const notes = items.map((item) => bodiesOf(item)[0]?.kids[0])
  // Chromium writes it with branches, and one more is easily put to them.
  if (dictionary(pdf.context, root, 'IDTree')?.has(name('Names'))) return
  if (items.length !== count || notes.some((note) => note?.role !== 'P')) return
  const named = notes.flatMap((note, at): [string, PDFRef][] => {
    const reference = note && pdf.context.getObjectRef(note.element)
    if (reference === undefined) return []
    call(note!, 'Note')
    note!.element.set(name('ID'), PDFString.of(idOf(at + 1)))
    return [[idOf(at + 1), reference]]
  })
  if (named.length > 0) identify(pdf, root, named)
}

/**
 * Says of the contents, of notes and of references to notes what they are: Chromium calls them lists, paragraphs and nothing. They are
 * found by where their links lead and by the order of the headings; where the tags are not those of the page, nothing is touched.
 */
export function callParts(pdf: PDFDocument, { headings, notes, notesSection }: Parts): void {
  const { context, catalog } = pdf
  const root = dictionary(context, catalog, 'StructTreeRoot')
  const [document] = root
    ? list(context, root, 'K').flatMap((kid) => tagOf(context, kid) ?? [])
    : []
  if (root === undefined || document === undefined) return
  const sections = new Set(headings.flatMap((anchor) => anchor ?? []))
  const referred = new Set(notes)
  const found: Tag[] = []
  let contents = false
  walk(document, (tag, within) => {
    contents ||= callContents(tag, sections)
    if (/^H[1-6]$/.test(tag.role)) found.push(within)
    const held = tag.kids.length === 1 ? tag.kids[0] : undefined
    if (tag.role === 'NonStruct' && held?.leads !== undefined && referred.has(held.leads))
      call(tag, 'Reference')
  })
  const at = headings.indexOf(notesSection)
  if (notes.length > 0 && at >= 0 && found.length === headings.length)
    callNotes(pdf, root, found[at]!, notes.length)
}
