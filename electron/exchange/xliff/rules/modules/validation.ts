import { attribute, type XmlElement } from '../../../xml/element.ts'
import { broken, brokenBy, type Violation } from '../violation.ts'

const TESTS = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'] as const
const VALUES: Readonly<Record<string, RegExp>> = {
  occurs: /^0*[1-9]\d*$/,
  caseSensitive: /^(yes|no)$/,
  normalization: /^(none|nfc|nfd)$/,
  disabled: /^(yes|no)$/,
  existsInSource: /^(yes|no)$/,
}

/** A rule tests one thing: one of four, or one of an extension (5.8.4.2). */
export function* validation(element: XmlElement): Generator<Violation> {
  if (element.local !== 'rule') return
  const tests = TESTS.filter((name) => attribute(element, name) !== undefined)
  const custom = element.attributes.some(
    ({ namespace }) => namespace !== '' && namespace !== 'http://www.w3.org/2000/xmlns/',
  )
  if (tests.length + (custom ? 1 : 0) !== 1) yield broken('val-one-test', element)
  for (const [name, pattern] of Object.entries(VALUES)) {
    const value = attribute(element, name)
    if (value !== undefined && !pattern.test(value))
      yield brokenBy(`val-${name}`, element, { name, value })
  }
  if (
    attribute(element, 'existsInSource') !== undefined &&
    (!tests[0] || tests[0] === 'isNotPresent')
  )
    yield broken('val-exists-in-source', element)
}
