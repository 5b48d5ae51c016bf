import { renderDocx } from '../../electron/publish/docx/write.ts'
import type { PageInput } from '../../electron/publish/page.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { fullDocument, type FullLocale } from '../fixtures/full/document.ts'
import { unzipSync } from 'fflate'
import type { XmlElement } from '../../electron/exchange/xml/element.ts'
import { elementsIn, textOf, within } from '../../electron/exchange/xml/element.ts'
import { parseXml } from '../../electron/exchange/xml/parse.ts'
import { valueOf } from '../fixtures/library.ts'

/** The files of a Word document by their names. */
export const partsOf = (docx: Uint8Array): Readonly<Record<string, Uint8Array>> => unzipSync(docx)

/** A part of it as XML. */
export function partOf(docx: Uint8Array, name: string): XmlElement {
  const bytes = partsOf(docx)[name]
  if (bytes === undefined) throw new Error(`no ${name}`)
  return valueOf(parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name))
}

/** Every element of this name in an element, as it is written with its prefix. */
export const all = (element: XmlElement, name: string): XmlElement[] =>
  [...within(element)].filter((one) => one.name === name)

export const one = (element: XmlElement, name: string): XmlElement | undefined =>
  all(element, name)[0]

/** An attribute by its name with its prefix; empty where there is none. */
export const value = (element: XmlElement | undefined, name = 'w:val'): string =>
  element?.attributes.find((attribute) => attribute.name === name)?.value ?? ''

/** What an element shows. */
export const shown = (element: XmlElement): string =>
  [...within(element)]
    .map((each) => (each.name === 'w:t' ? textOf(each) : each.name === 'w:br' ? '\n' : ''))
    .join('')

/** The paragraphs of the body in order, those in tables too. */
export const paragraphs = (docx: Uint8Array): XmlElement[] => all(body(docx), 'w:p')

export const styleOf = (paragraph: XmlElement): string => value(one(paragraph, 'w:pStyle'))

/** Where the links of a part lead, by the id of the relationship. */
export const relations = (docx: Uint8Array, part: string): ReadonlyMap<string, string> =>
  new Map(
    elementsIn(partOf(docx, `word/_rels/${part}.rels`)).map((relation) => [
      value(relation, 'Id'),
      value(relation, 'Target'),
    ]),
  )

export type Choice = Partial<Omit<PageInput, 'medium' | 'alternates'>>

/** A document as a Word document, for the public unless another choice is made; the one with every construct where none is named. */
export async function word(locale: FullLocale, choice: Choice = {}): Promise<Uint8Array> {
  const audience = choice.audience ?? 'public'
  return valueOf(
    await renderDocx({
      document: documentForAudience(choice.document ?? fullDocument(locale), audience),
      locale,
      audience,
      untranslated: new Set(),
      images: new Map(),
      ...choice,
    }),
  )
}

export const body = (docx: Uint8Array): XmlElement => partOf(docx, 'word/document.xml')
