import { attribute, elementsIn, within, type XmlElement } from '../../../xml/element.ts'
import { MODULES } from '../../names.ts'
import { brokenBy, type Violation } from '../violation.ts'
import type { Surroundings } from './surroundings.ts'

const RESTRICTION = /^(\*|\d+|\d+,(\d+|\*))$/
const SIZE = /^\d+(,\d+)?$/
const PATTERNS = {
  sizeRestriction: RESTRICTION,
  storageRestriction: RESTRICTION,
  equivStorage: SIZE,
} as const

/**
 * What a profile makes of `sizeInfo` is its own affair; that of code points, and whatever looks like a number, counts
 * whole ones (5.7.6.1.2).
 */
function isSize(value: string, { root }: Surroundings): boolean {
  const codePoints = [...within(root)].some(
    (one) => attribute(one, 'generalProfile') === 'xliff:codepoints',
  )
  return SIZE.test(value) || !(codePoints || /^[-+.\d]/.test(value))
}

const says = (element: XmlElement, name: string) => attribute(element, name, MODULES.slr)

/** Whether an id stands in a `data` of the module beside the element or beside what it stands in (5.7.6.1.3). */
const isData = (id: string, { ancestors }: Surroundings): boolean =>
  ancestors.some((parent) =>
    elementsIn(parent)
      .filter(({ local, namespace }) => local === 'data' && namespace === MODULES.slr)
      .some((data) => [...within(data)].some((one) => attribute(one, 'id') === id)),
  )

export function* sizeRestriction(element: XmlElement, around: Surroundings): Generator<Violation> {
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const value = says(element, name)
    if (value !== undefined && !pattern.test(value))
      yield brokenBy(`slr-${name}`, element, { name: `slr:${name}`, value })
  }
  const size = says(element, 'sizeInfo')
  if (size !== undefined && !isSize(size, around))
    yield brokenBy('slr-sizeInfo', element, { name: 'slr:sizeInfo', value: size })
  const pairEnd = element.local === 'ec' && attribute(element, 'isolated') !== 'yes'
  for (const name of ['equivStorage', 'sizeInfo', 'sizeInfoRef']) {
    const value = says(element, name)
    if (value !== undefined && pairEnd)
      yield brokenBy('slr-on-end', element, { name: `slr:${name}`, value })
  }
  const value = says(element, 'sizeInfoRef')
  if (value === undefined) return
  if (says(element, 'sizeInfo') !== undefined || !isData(value, around))
    yield brokenBy('slr-sizeInfoRef', element, { name: 'slr:sizeInfoRef', value })
}
