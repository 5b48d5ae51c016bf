import { XML, elementsIn, textOf, type XmlElement } from '../../xml/element.ts'
import { isCore, moduleOf } from '../names.ts'
import { ELEMENTS, XLIFF_2_2_CHILDREN, type ElementRule } from './schema.ts'
import { VALUES } from './value.ts'
import { broken, brokenBy, type Violation } from './violation.ts'

const XMLNS = 'http://www.w3.org/2000/xmlns/'

function* attributesOf(element: XmlElement, rule: ElementRule): Generator<Violation> {
  for (const one of element.attributes) {
    const { local, namespace, value } = one
    if (namespace === XMLNS) continue
    if (namespace === XML) {
      if (local === 'lang' && rule.xml?.includes('lang')) {
        if (!VALUES.language(value)) yield brokenBy('language', element, one)
      } else if (local === 'space' && rule.xml?.includes('space')) {
        if (!VALUES.space(value)) yield brokenBy('xml-space', element, one)
      } else yield brokenBy('attribute-unknown', element, one)
    } else if (namespace === '') {
      const kind = Object.hasOwn(rule.attributes, local) ? rule.attributes[local] : undefined
      if (kind === undefined) yield brokenBy('attribute-unknown', element, one)
      else if (!VALUES[kind](value)) yield brokenBy(`value-${kind}`, element, one)
    } else if (rule.foreign !== 'any' && !(rule.foreign === 'module' && moduleOf(namespace)))
      yield brokenBy('attribute-foreign', element, one)
  }
  for (const name of rule.required ?? [])
    if (!element.attributes.some(({ local, namespace }) => local === name && namespace === ''))
      yield broken('attribute-missing', element, name)
}

const letterOf = ({ namespace, local }: XmlElement): string =>
  isCore(namespace) ? (Object.hasOwn(ELEMENTS, local) ? ELEMENTS[local]!.letter : '?') : 'x'

/** The tables of the specification: which elements and attributes there are, where, and what values they take. */
export function* structure(element: XmlElement, version: string): Generator<Violation> {
  if (!isCore(element.namespace)) return
  const rule = Object.hasOwn(ELEMENTS, element.local) ? ELEMENTS[element.local] : undefined
  if (rule === undefined) {
    yield broken('element-unknown', element)
    return
  }
  yield* attributesOf(element, rule)
  const letters = elementsIn(element).map(letterOf).join('')
  const children =
    element.local === 'xliff' && version === '2.2' ? XLIFF_2_2_CHILDREN : rule.children
  if (!children.test(letters)) yield broken('content', element)
  const stray = element.children.some((one) => typeof one === 'string' && one.trim() !== '')
  if (!rule.text && stray) yield broken('text-stray', element)
  if (element.local === 'skeleton') {
    const empty = elementsIn(element).length === 0 && textOf(element).trim() === ''
    const href = element.attributes.some(({ local }) => local === 'href')
    if (empty !== href) yield broken('skeleton-href', element)
  }
  for (const child of elementsIn(element))
    if (isCore(child.namespace)) yield* structure(child, version)
}
