import { canonicalLocale } from '../../../../../model/document/locale.ts'
import { XML, attribute, elementsIn, type XmlElement } from '../../../xml/element.ts'
import { broken, brokenBy, type Violation } from '../violation.ts'
import { isNmtoken } from '../value.ts'
import { parseFragment } from '../fragment.ts'
import { inlineOf } from '../scope.ts'
import { partsOf } from '../unit.ts'
import type { Surroundings } from './surroundings.ts'
import { uniqueIds } from './unique.ts'

const TYPES = new Set(['am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'])

/** A match is for a span of text of its own unit: a segment, or a code or annotation (5.1.6.5). */
function isSpan(ref: string, unit: XmlElement | undefined): boolean {
  const leaf = ref.startsWith('#') ? parseFragment(ref)?.leaf : undefined
  if (leaf === undefined || unit === undefined) return false
  const spans =
    leaf[0] === 't'
      ? inlineOf(unit, 'target')
      : [...partsOf(unit).map((part) => part.element), ...inlineOf(unit, 'source')]
  if (leaf[0] !== '' && leaf[0] !== 't') return false
  return spans.some((one) => attribute(one, 'id') === leaf[1])
}

const differs = (element: XmlElement, locale: string | undefined): boolean => {
  const own = attribute(element, 'lang', XML)
  return own !== undefined && canonicalLocale(own) !== canonicalLocale(locale ?? '')
}

export function* matches(
  element: XmlElement,
  { root, ancestors }: Surroundings,
): Generator<Violation> {
  if (element.local === 'matches') yield* uniqueIds('mtc-id-unique', elementsIn(element))
  if (element.local !== 'match') return
  const says = (name: string) => attribute(element, name)
  const id = says('id')
  if (id !== undefined && !isNmtoken(id))
    yield brokenBy('value-id', element, { name: 'id', value: id })
  if (attribute(element, 'lang', XML) !== undefined) yield broken('mtc-lang', element)
  const type = says('type')
  if (type !== undefined && !TYPES.has(type))
    yield brokenBy('mtc-type', element, { name: 'type', value: type })
  if (says('subType') !== undefined && type === undefined)
    yield broken('mtc-sub-type-alone', element)
  const ref = says('ref') ?? ''
  if (!isSpan(ref, ancestors.at(-2)))
    yield brokenBy('mtc-ref', element, { name: 'ref', value: ref })
  for (const side of elementsIn(element)) {
    const locale = attribute(root, side.local === 'source' ? 'srcLang' : 'trgLang')
    const free = side.local === 'target' && says('reference') === 'yes'
    if (/^(source|target)$/.test(side.local) && !free && differs(side, locale))
      yield broken('mtc-language', side)
  }
}
