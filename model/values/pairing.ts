import type { Found, Key, Reading } from './found.ts'

/** A value of one side and what of the other side was found for it. */
export interface Side {
  readonly found: Found
  /** Which of its readings fits the other side, by number; those of other languages come last. */
  choice: number
  /** What stands for each value of that reading on the other side. */
  partners: (Side | undefined)[]
}

export const sideOf = (found: Found): Side => ({ found, choice: -1, partners: [] })

export const readingsOf = ({ readings, foreign }: Found): readonly Reading[] => [
  ...readings,
  ...foreign,
]
export const readingOf = (side: Side): Reading =>
  readingsOf(side.found)[Math.max(side.choice, 0)] ?? []
export const isForeign = ({ choice, found }: Side): boolean => choice >= found.readings.length

/** The place of a value in a side where nothing stands for it yet, as its reading's number and its own. */
function free(side: Side, key: Key): [choice: number, at: number] | undefined {
  const readings = readingsOf(side.found)
  for (let choice = 0; choice < readings.length; choice++) {
    if (side.choice !== -1 && side.choice !== choice) continue
    const at = readings[choice]!.findIndex(
      (other, index) => other === key && side.partners[index] === undefined,
    )
    if (at !== -1) return [choice, at]
  }
  return undefined
}

const take = (side: Side, [choice, at]: [number, number], partner: Side): void => {
  side.choice = choice
  side.partners[at] = partner
}

/**
 * Finds for each value of the source one of the target, each once. The reading of a source value that has most partners
 * is taken, and of the target the first that fits, so that nothing is doubted that can be right.
 */
export function pair(source: readonly Side[], target: readonly Side[]): void {
  const count = (reading: Reading): number =>
    reading.filter((key) => target.some((side) => free(side, key) !== undefined)).length
  for (const side of source) {
    // The author of the source is taken to write in their own language's way.
    const own = side.found.readings.length
    const readings = own > 0 ? side.found.readings : side.found.foreign
    const fits = readings.map((reading) => count(reading) / Math.max(reading.length, 1))
    const best = fits.indexOf(Math.max(...fits))
    side.choice = own > 0 ? best : own + best
    side.partners = []
    readings[best]!.forEach((key, at) => {
      // Nearness of form first: what both sides read in the same way.
      const partner =
        target.find((other) => free(other, key)?.[0] === 0) ??
        target.find((other) => free(other, key) !== undefined)
      const place = partner && free(partner, key)
      if (!partner || !place) return
      take(partner, place, side)
      side.partners[at] = partner
    })
  }
}

/** Values of a side that nothing stands for. */
export const unpaired = (side: Side): Key[] =>
  readingOf(side).filter((_, at) => side.partners[at] === undefined)

/** Does a value stand among others in any reading, whatever it was paired with? */
export const says = (all: readonly Side[], key: Key): boolean =>
  all.some(({ found }) => readingsOf(found).some((reading) => reading.includes(key)))
