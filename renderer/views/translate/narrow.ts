import { isOpenThread, type Thread } from '../../../model/workflow/threads.ts'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { ANY } from './units.ts'

/** What the list can be narrowed to, beside its filter. */
export const NARROWS = [
  'any',
  'untranslated',
  'draft',
  'translated',
  'approved',
  'changed',
  'problems',
  'comments',
  'repetitions',
  'since',
] as const
export type Narrow = (typeof NARROWS)[number]

/** The orders that the list can have. */
export const SORTS = ['document', 'newest', 'longest', 'shortest', 'alphabet'] as const
export type Sort = (typeof SORTS)[number]

/** The units whose source stands more than once. */
export function repeatedUnits(units: readonly UnitInLocale[]): ReadonlySet<string> {
  const count = new Map<string, number>()
  for (const { sourceHash } of units) count.set(sourceHash, (count.get(sourceHash) ?? 0) + 1)
  return new Set(
    units.flatMap(({ unit, sourceHash }) => (count.get(sourceHash)! > 1 ? [unit.id] : [])),
  )
}

/** Whether a unit is one of those that the list is narrowed to. */
export function isNarrowedTo(
  narrow: Narrow,
  problems: ReadonlySet<string>,
  threads: ReadonlyMap<string, readonly Thread[]>,
  units: readonly UnitInLocale[],
  since: ReadonlyMap<string, unknown>,
): (item: UnitInLocale) => boolean {
  switch (narrow) {
    case 'any':
      return ANY
    case 'changed':
      return ({ translation }) => translation?.confirmed !== undefined
    case 'problems':
      return ({ unit }) => problems.has(unit.id)
    case 'comments':
      return ({ unit }) => threads.get(unit.id)?.some(isOpenThread) === true
    case 'repetitions': {
      const repeated = repeatedUnits(units)
      return ({ unit }) => repeated.has(unit.id)
    }
    case 'since':
      return ({ unit }) => since.has(unit.id)
    default:
      return ({ state }) => state === narrow
  }
}

/** The list in another order; the same list where it stays as it is. */
export function sorted(
  units: readonly UnitInLocale[],
  sort: Sort,
  textOf: (item: UnitInLocale) => string,
  compare: (a: string, b: string) => number,
): readonly UnitInLocale[] {
  if (sort === 'document') return units
  if (sort === 'newest') {
    const at = ({ translation }: UnitInLocale): string => translation?.changedAt ?? ''
    return units.toSorted((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0))
  }
  const texts = new Map(units.map((item) => [item, textOf(item)]))
  if (sort === 'alphabet') return units.toSorted((a, b) => compare(texts.get(a)!, texts.get(b)!))
  const by = sort === 'longest' ? -1 : 1
  return units.toSorted((a, b) => by * (texts.get(a)!.length - texts.get(b)!.length))
}
