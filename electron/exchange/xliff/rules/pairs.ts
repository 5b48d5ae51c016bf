import { attribute, within, type XmlElement } from '../../xml/element.ts'
import { isCore } from '../names.ts'
import { orderedTargets, partsOf } from './unit.ts'
import { broken, type Violation } from './violation.ts'

const EDITS = ['canCopy', 'canDelete', 'canOverlap', 'canReorder'] as const
/** What holds where a start or an end says nothing. */
const DEFAULTS = { canCopy: 'yes', canDelete: 'yes', canOverlap: 'yes', canReorder: 'yes' } as const

const edit = (code: XmlElement, name: (typeof EDITS)[number]): string =>
  attribute(code, name) ?? DEFAULTS[name]

/** The end of a pair allows what its start allows; after `firstNo` comes `no` (4.2.3.5). */
function* agreement(start: XmlElement, end: XmlElement): Generator<Violation> {
  for (const name of EDITS) {
    const wanted = edit(start, name) === 'firstNo' ? 'no' : edit(start, name)
    const given = attribute(end, name)
    if (given !== undefined && given !== wanted)
      yield broken('pair-differs', end, `${name}="${given}"`)
  }
}

/** Starts and ends of codes (`sc`, `ec`) and of annotations (`sm`, `em`) on one side of a unit, in their order. */
function* onSide(elements: readonly XmlElement[]): Generator<Violation> {
  const codes = new Map<string, XmlElement>()
  const marks = new Map<string, XmlElement>()
  for (const one of elements) {
    const id = attribute(one, 'id')
    const startRef = attribute(one, 'startRef')
    const isolated = attribute(one, 'isolated') === 'yes'
    if (one.local === 'sc' && id !== undefined && !isolated) codes.set(id, one)
    if (one.local === 'sm' && id !== undefined) marks.set(id, one)
    if (one.local === 'em' && !marks.delete(startRef ?? '')) yield broken('em-without-sm', one)
    if (one.local !== 'ec') continue
    if (isolated ? id === undefined || startRef !== undefined : startRef === undefined)
      yield broken('ec-isolated', one)
    else if (!isolated) {
      if (id !== undefined) yield broken('ec-id-and-start', one, `id="${id}"`)
      const start = codes.get(startRef!)
      if (start === undefined) yield broken('ec-without-sc', one, `startRef="${startRef!}"`)
      else yield* agreement(start, one)
      codes.delete(startRef!)
    }
  }
  for (const [id, one] of codes) yield broken('sc-without-ec', one, `id="${id}"`)
  for (const [id, one] of marks) yield broken('sm-without-em', one, `id="${id}"`)
}

export function* pairs(unit: XmlElement): Generator<Violation> {
  const parts = partsOf(unit)
  const inside = (sides: readonly XmlElement[]) =>
    sides.flatMap((side) => [...within(side)]).filter(({ namespace }) => isCore(namespace))
  yield* onSide(inside(parts.flatMap(({ source }) => source ?? [])))
  yield* onSide(inside(orderedTargets(parts)))
}
