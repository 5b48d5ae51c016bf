/**
 * Which units say the same and are translated in different ways, and the other way round. Kept up to date unit by unit:
 * a change costs what it touches.
 */
export interface Consistency {
  /** `source` and `target` are equal where the texts are (their hashes). */
  put(unit: string, source: string, target: string): void
  remove(unit: string): void
  /** Units with the same source and another translation. */
  otherTranslations(unit: string): string[]
  /** Units with the same translation and another source. */
  otherSources(unit: string): string[]
}

export function consistency(): Consistency {
  const pairs = new Map<string, { source: string; target: string }>()
  const bySource = new Map<string, Set<string>>()
  const byTarget = new Map<string, Set<string>>()
  const add = (index: Map<string, Set<string>>, key: string, unit: string): void => {
    const units = index.get(key)
    if (units) units.add(unit)
    else index.set(key, new Set([unit]))
  }
  const drop = (index: Map<string, Set<string>>, key: string, unit: string): void => {
    const units = index.get(key)
    units?.delete(unit)
    if (units?.size === 0) index.delete(key)
  }
  const remove = (unit: string): void => {
    const pair = pairs.get(unit)
    if (pair === undefined) return
    drop(bySource, pair.source, unit)
    drop(byTarget, pair.target, unit)
    pairs.delete(unit)
  }
  return {
    put(unit, source, target) {
      remove(unit)
      pairs.set(unit, { source, target })
      add(bySource, source, unit)
      add(byTarget, target, unit)
    },
    remove,
    otherTranslations(unit) {
      const pair = pairs.get(unit)
      if (pair === undefined) return []
      return [...bySource.get(pair.source)!].filter(
        (other) => pairs.get(other)!.target !== pair.target,
      )
    },
    otherSources(unit) {
      const pair = pairs.get(unit)
      if (pair === undefined) return []
      return [...byTarget.get(pair.target)!].filter(
        (other) => pairs.get(other)!.source !== pair.source,
      )
    },
  }
}
