import { attribute, elementsIn, within, type XmlElement } from '../../../xml/element.ts'
import { broken, brokenBy, type Violation } from '../violation.ts'
import { isNmtoken } from '../value.ts'
import { uniqueIds } from './unique.ts'

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  metadata: ['id'],
  metaGroup: ['id', 'category', 'appliesTo'],
  meta: ['type'],
}
/** A valid file of the 2.2 suite writes `meta` without the prefix, so children are told by their local name. */
const CHILDREN: Readonly<Record<string, RegExp>> = {
  metadata: /^(metaGroup )+$/,
  metaGroup: /^((metaGroup|meta) )+$/,
  meta: /^$/,
}

export function* metadata(element: XmlElement): Generator<Violation> {
  const { local } = element
  for (const one of element.attributes)
    if (one.namespace === '' && !ATTRIBUTES[local]?.includes(one.local))
      yield brokenBy('mda-attribute', element, one)
  const id = attribute(element, 'id')
  if (id !== undefined && !isNmtoken(id))
    yield brokenBy('value-id', element, { name: 'id', value: id })
  const value = attribute(element, 'appliesTo')
  if (value !== undefined && !/^(source|target|ignorable)$/.test(value))
    yield brokenBy('mda-appliesTo', element, { name: 'appliesTo', value })
  if (local === 'meta' && attribute(element, 'type') === undefined)
    yield broken('attribute-missing', element, 'type')
  const children = elementsIn(element).map((child) => `${child.local} `)
  if (CHILDREN[local]?.test(children.join('')) === false) yield broken('content', element)
  if (local === 'metadata') yield* uniqueIds('mda-id-unique', [...within(element)].slice(1))
}
