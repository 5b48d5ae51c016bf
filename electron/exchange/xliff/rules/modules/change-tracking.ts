import { attribute, elementsIn, within, type XmlElement } from '../../../xml/element.ts'
import { isCore } from '../../names.ts'
import { broken, brokenBy, type Violation } from '../violation.ts'
import type { Surroundings } from './surroundings.ts'

/** What stands in an element of the core, without what stands in units and groups below it. */
function* own(holder: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(holder)) {
    if (!isCore(child.namespace) || /^(group|unit)$/.test(child.local)) continue
    yield* within(child)
  }
}

/** Revisions name the one element that they are of, where there could be several (5.6.4.2). */
export function* changeTracking(
  element: XmlElement,
  { ancestors }: Surroundings,
): Generator<Violation> {
  const holder = ancestors.at(-2)
  if (element.local !== 'revisions' || holder === undefined) return
  const there = [...own(holder)]
  const value = attribute(element, 'ref')
  const subject = there.find((one) => attribute(one, 'id') === value)
  const appliesTo = attribute(element, 'appliesTo')
  if (value === undefined) {
    const named = there.filter(
      (one) => one.local === appliesTo && attribute(one, 'id') !== undefined,
    )
    if (named.length > 1) yield broken('ctr-ref-missing', element)
  } else if (subject === undefined) yield brokenBy('ctr-ref', element, { name: 'ref', value })
  for (const revision of elementsIn(element)) {
    const seen = new Set<string>()
    for (const item of elementsIn(revision)) {
      const property = attribute(item, 'property') ?? ''
      const known =
        property === 'content' ||
        subject === undefined ||
        attribute(subject, property) !== undefined
      if (!known || seen.has(property))
        yield brokenBy('ctr-property', item, { name: 'property', value: property })
      seen.add(property)
    }
  }
}
