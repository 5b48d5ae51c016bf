import type { Finding, Pair } from './pair.ts'
import { checkPair } from './quality.ts'

/** Checks pairs, and looks again only at those that it has not seen. */
export interface CheckMemory {
  check(pair: Pair): readonly Finding[]
  /** How many pairs were looked at. */
  looked(): number
}

/** Remembers what was found in the last `most` pairs: after a change one of thousands is another. */
export function checkMemory(most: number): CheckMemory {
  const known = new Map<string, readonly Finding[]>()
  let count = 0
  return {
    check(pair) {
      const { from, to, source, target } = pair
      const key = JSON.stringify([from.locale, to.locale, source, target])
      const findings = known.get(key) ?? checkPair(pair)
      if (!known.has(key)) count++
      // What was asked for last goes last.
      known.delete(key)
      known.set(key, findings)
      if (known.size > most) known.delete(known.keys().next().value!)
      return findings
    },
    looked: () => count,
  }
}
