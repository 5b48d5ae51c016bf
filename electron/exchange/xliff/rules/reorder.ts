import { attribute, elementsIn, type XmlElement } from '../../xml/element.ts'
import { isCore } from '../names.ts'
import { orderedTargets, partsOf } from './unit.ts'
import { broken, type Violation } from './violation.ts'

/** A code, or the start or the end of a pair, as it is met when a text is read. */
interface Stop {
  readonly key: string
  readonly reorder: string
  readonly element: XmlElement
  readonly end: boolean
}

function* stops(element: XmlElement): Generator<Stop> {
  for (const child of elementsIn(element)) {
    if (!isCore(child.namespace)) continue
    const reorder = attribute(child, 'canReorder') ?? 'yes'
    const id = attribute(child, 'id') ?? ''
    if (child.local === 'ph' || child.local === 'sc')
      yield { key: id, reorder, element: child, end: false }
    if (child.local === 'ec') {
      const key = `/${attribute(child, 'startRef') ?? id}`
      yield { key, reorder, element: child, end: true }
    }
    if (child.local === 'pc') yield { key: id, reorder, element: child, end: false }
    if (child.local === 'pc' || child.local === 'mrk') yield* stops(child)
    if (child.local === 'pc')
      yield { key: `/${id}`, reorder: reorder === 'yes' ? 'yes' : 'no', element: child, end: true }
  }
}

/** The sequences that must stay together: each begins with `firstNo` and goes on while codes say `no` (4.3.1.5). */
function* sequences(codes: readonly Stop[]): Generator<Violation | readonly string[]> {
  let current: string[] | undefined
  for (const { key, reorder, element, end } of codes) {
    if (reorder !== 'yes' && !end) {
      const fixed = ['canCopy', 'canDelete'].every((name) => attribute(element, name) === 'no')
      if (!fixed) yield broken('can-reorder-editable', element, `canReorder="${reorder}"`)
    }
    if (reorder === 'firstNo') {
      if (current) yield current
      current = [key]
    } else if (reorder === 'no') {
      if (current === undefined && !end) yield broken('can-reorder-first', element)
      current?.push(key)
    } else {
      if (current) yield current
      current = undefined
    }
  }
  if (current) yield current
}

/** The codes of each fixed sequence of the source that are in the target follow each other there, in the same order. */
export function* reorder(unit: XmlElement): Generator<Violation> {
  const parts = partsOf(unit)
  const source = parts.flatMap((part) => (part.source ? [...stops(part.source)] : []))
  const targets = orderedTargets(parts)
  const target = targets.flatMap((one) => [...stops(one)])
  const places = new Map(target.map(({ key }, index) => [key, index]))
  for (const found of sequences(source)) {
    if ('rule' in found) {
      yield found
      continue
    }
    const at = found.flatMap((key) => places.get(key) ?? [])
    const wrong = at.findIndex((place, index) => index > 0 && place !== at[index - 1]! + 1)
    if (wrong > 0) yield broken('can-reorder-sequence', target[at[wrong]!]!.element)
  }
  for (const found of sequences(target)) if ('rule' in found) yield found
}
