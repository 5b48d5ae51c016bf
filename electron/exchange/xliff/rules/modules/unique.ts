import { attribute, type XmlElement } from '../../../xml/element.ts'
import { brokenBy, type Violation } from '../violation.ts'

/** No id twice among these. */
export function* uniqueIds(rule: string, elements: readonly XmlElement[]): Generator<Violation> {
  const seen = new Set<string>()
  for (const element of elements) {
    const value = attribute(element, 'id')
    if (value === undefined) continue
    if (seen.has(value)) yield brokenBy(rule, element, { name: 'id', value })
    seen.add(value)
  }
}
