import { finish, type Steps } from '../steps.ts'
import { attribute, elementsIn, within, type XmlElement } from '../xml/element.ts'
import { CORES, isCore } from './names.ts'
import { annotations } from './rules/annotations.ts'
import { languages } from './rules/languages.ts'
import { modules } from './rules/modules.ts'
import { pairs } from './rules/pairs.ts'
import { reorder } from './rules/reorder.ts'
import { ids } from './rules/scope.ts'
import { structure } from './rules/structure.ts'
import { unitRules } from './rules/unit.ts'
import { broken, brokenBy, type Violation } from './rules/violation.ts'

/** Numbers between the violations say how much of the file was looked at. */
function* everything(root: XmlElement): Generator<Violation | number> {
  const version = attribute(root, 'version') ?? ''
  if (!isCore(root.namespace) || root.local !== 'xliff') {
    yield broken('root', root)
    return
  }
  const versions: readonly string[] = CORES[root.namespace as keyof typeof CORES]
  if (!versions.includes(version))
    yield brokenBy('version', root, { name: 'version', value: version })
  const table = [...structure(root, version)]
  yield* table
  // The rules below take the tables for granted.
  if (table.length > 0) return
  yield 0.2
  yield* ids(root)
  yield 0.4
  yield* languages(root)
  yield 0.5
  for (const file of elementsIn(root)) {
    if (!isCore(file.namespace)) continue
    const units = [...within(file)].filter(
      ({ local, namespace }) => isCore(namespace) && local === 'unit',
    )
    const names = new Set(units.map((unit) => attribute(unit, 'id')!))
    for (const [at, unit] of units.entries()) {
      yield 0.5 + (0.4 * at) / units.length
      yield* unitRules(unit, names)
      yield* pairs(unit)
      yield* reorder(unit)
      yield* annotations(unit, attribute(file, 'id')!)
    }
  }
  yield* modules(root)
}

/**
 * Every rule of XLIFF 2.0, 2.1 and 2.2 that a file breaks, core and modules (OASIS, XLIFF Version 2.1 and 2.2; the
 * schemas alone let three quarters of the invalid files of the conformance suite through). Empty for a valid file.
 */
export function* validating(root: XmlElement): Steps<Violation[]> {
  const found: Violation[] = []
  for (const one of everything(root))
    if (typeof one === 'number') yield one
    else found.push(one)
  return found
}

/** The same without a stop. */
export const validate = (root: XmlElement): Violation[] => finish(validating(root))
