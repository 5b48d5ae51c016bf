import type { Change } from '../../../../model/document/change.ts'
import type { Translation } from '../../../../model/document/translation.ts'
import type { UnitInLocale } from '../../../../model/units/locale-view.ts'

/** The scores in per cent that a person can ask for, the best first. */
export const LEAST = ['100', '95', '85', '75', '70'] as const
export type Least = (typeof LEAST)[number]

const translations = (changes: readonly Change[]): readonly Translation[] =>
  changes.flatMap((change) => (change.type === 'translation.put' ? [change.translation] : []))

/** How many of the changes are as good as each score or better. */
export const countsAt = (changes: readonly Change[]): Readonly<Record<Least, number>> => {
  const counts = { '100': 0, '95': 0, '85': 0, '75': 0, '70': 0 }
  for (const { score = 0 } of translations(changes))
    for (const least of LEAST) if (score >= Number(least)) counts[least]++
  return counts
}

/**
 * The changes that are made: good enough, and of units that are still as they were when the memory was asked. What
 * somebody wrote or confirmed meanwhile stays, and so does what has another source by now.
 */
export function filling(
  changes: readonly Change[],
  least: Least,
  units: readonly UnitInLocale[],
): Change[] {
  const open = new Map(
    units.flatMap(({ unit, state, sourceHash }) =>
      state === 'untranslated' ? [[unit.id, sourceHash]] : [],
    ),
  )
  return changes.filter(
    (change) =>
      change.type === 'translation.put' &&
      (change.translation.score ?? 0) >= Number(least) &&
      open.get(change.translation.unit) === change.translation.sourceHash,
  )
}
