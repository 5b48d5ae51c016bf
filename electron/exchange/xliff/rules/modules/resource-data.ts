import { canonicalLocale } from '../../../../../model/document/locale.ts'
import { XML, attribute, elementsIn, textOf, type XmlElement } from '../../../xml/element.ts'
import { broken, type Violation } from '../violation.ts'
import type { Surroundings } from './surroundings.ts'
import { uniqueIds } from './unique.ts'

export function* resourceData(element: XmlElement, { root }: Surroundings): Generator<Violation> {
  if (element.local === 'resourceData') yield* uniqueIds('res-id-unique', elementsIn(element))
  if (!/^(source|target|reference)$/.test(element.local)) return
  const empty = elementsIn(element).length === 0 && textOf(element).trim() === ''
  if (empty !== (attribute(element, 'href') !== undefined)) yield broken('res-href', element)
  const lang = attribute(element, 'lang', XML)
  if (lang === undefined || element.local !== 'source') return
  if (canonicalLocale(lang) !== canonicalLocale(attribute(root, 'srcLang') ?? ''))
    yield broken('res-language', element)
}
