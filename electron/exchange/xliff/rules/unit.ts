import { attribute, elementsIn, within, type XmlElement } from '../../xml/element.ts'
import { isCore } from '../names.ts'
import { broken, brokenBy, type Violation } from './violation.ts'
import { inlineOf } from './scope.ts'

export interface Part {
  readonly element: XmlElement
  readonly source: XmlElement | undefined
  readonly target: XmlElement | undefined
}

export const partsOf = (unit: XmlElement): Part[] =>
  elementsIn(unit)
    .filter(({ local, namespace }) => isCore(namespace) && /^(segment|ignorable)$/.test(local))
    .map((element) => ({
      element,
      source: elementsIn(element).find(({ local }) => local === 'source'),
      target: elementsIn(element).find(({ local }) => local === 'target'),
    }))

/** The targets of a unit in the order that `order` gives them; one without has its own place (4.3.1.24). */
export const orderedTargets = (parts: readonly Part[]): XmlElement[] =>
  parts
    .map(({ target }, index) => ({
      target,
      order: Number((target && attribute(target, 'order')) ?? index + 1),
    }))
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ target }) => target ?? [])

function* order(parts: readonly Part[]): Generator<Violation> {
  const seen = new Set<number>()
  for (const [index, { element, target }] of parts.entries()) {
    const given = target && attribute(target, 'order')
    const place = Number(given ?? index + 1)
    if (place > parts.length || seen.has(place))
      yield broken('order', target ?? element, `order="${String(place)}"`)
    seen.add(place)
  }
}

function* dataReferences(unit: XmlElement): Generator<Violation> {
  const data = new Set(
    elementsIn(unit)
      .filter(({ local, namespace }) => isCore(namespace) && local === 'originalData')
      .flatMap((one) => elementsIn(one).map((each) => attribute(each, 'id'))),
  )
  for (const one of [...inlineOf(unit, 'source'), ...inlineOf(unit, 'target')])
    for (const name of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
      const value = attribute(one, name)
      if (value !== undefined && !data.has(value)) yield brokenBy('data-ref', one, { name, value })
    }
}

function* copies(unit: XmlElement): Generator<Violation> {
  const every = [...inlineOf(unit, 'source'), ...inlineOf(unit, 'target')]
  const byId = new Map(every.map((one) => [attribute(one, 'id'), one]))
  for (const one of every) {
    const value = attribute(one, 'copyOf')
    if (value === undefined) continue
    const original = byId.get(value)
    if (original === undefined) yield brokenBy('copy-of', one, { name: 'copyOf', value })
    else if (attribute(original, 'canCopy') === 'no')
      yield brokenBy('copy-of-uncopiable', one, { name: 'copyOf', value })
    if (
      ['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => attribute(one, name) !== undefined)
    )
      yield brokenBy('copy-of-with-data', one, { name: 'copyOf', value })
  }
}

function* subFlows(unit: XmlElement, units: ReadonlySet<string>): Generator<Violation> {
  for (const one of [...inlineOf(unit, 'source'), ...inlineOf(unit, 'target')])
    for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
      const value = attribute(one, name)
      if (value?.split(/\s+/).some((id) => !units.has(id)))
        yield brokenBy('sub-flow', one, { name, value })
    }
}

/** `subType` needs its `type` and, where XLIFF names the value, the right one (4.3.1.36). */
const TYPE_OF_SUBTYPE: Readonly<Record<string, string>> = {
  'xlf:lb': 'fmt',
  'xlf:pb': 'fmt',
  'xlf:b': 'fmt',
  'xlf:i': 'fmt',
  'xlf:u': 'fmt',
  'xlf:var': 'ui',
}
function* types(unit: XmlElement): Generator<Violation> {
  for (const one of [...inlineOf(unit, 'source'), ...inlineOf(unit, 'target')]) {
    const value = attribute(one, 'subType')
    if (value === undefined) continue
    const type = attribute(one, 'type')
    if (type === undefined) yield brokenBy('sub-type-alone', one, { name: 'subType', value })
    const wanted = Object.hasOwn(TYPE_OF_SUBTYPE, value) ? TYPE_OF_SUBTYPE[value] : undefined
    if (value.startsWith('xlf:') && wanted !== type)
      yield brokenBy('sub-type', one, { name: 'subType', value })
  }
  for (const { element } of partsOf(unit)) {
    const value = attribute(element, 'subState')
    if (value !== undefined && attribute(element, 'state') === undefined)
      yield brokenBy('sub-state-alone', element, { name: 'subState', value })
  }
}

/** A code that may not go stands in some target of its unit, once its own segment has one (4.3.1.3). */
function* deletions(parts: readonly Part[]): Generator<Violation> {
  const there = new Set(
    parts.flatMap(({ target }) => (target ? [...within(target)] : [])).flatMap(keyOf),
  )
  for (const { source, target } of parts) {
    if (source === undefined || target === undefined) continue
    for (const code of within(source))
      if (attribute(code, 'canDelete') === 'no' && keyOf(code).some((key) => !there.has(key)))
        yield broken('can-delete', code, keyOf(code).join(' '))
  }
}
const keyOf = (code: XmlElement): string[] => {
  const start = attribute(code, 'startRef')
  if (start !== undefined) return [`startRef="${start}"`]
  const id = attribute(code, 'id')
  return id === undefined || !/^(ph|pc|sc|ec)$/.test(code.local) ? [] : [`id="${id}"`]
}

/** What has to hold among the parts of one unit. `units`: the ids of all units of its file. */
export function* unitRules(unit: XmlElement, units: ReadonlySet<string>): Generator<Violation> {
  const parts = partsOf(unit)
  yield* order(parts)
  yield* dataReferences(unit)
  yield* copies(unit)
  yield* subFlows(unit, units)
  yield* types(unit)
  yield* deletions(parts)
}
