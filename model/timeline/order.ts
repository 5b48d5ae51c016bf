import type { Extent } from './extent.ts'

type Edge = Extent['start']
/** What has no time stands after everything that has one. */
const LAST: Edge = [Infinity, Infinity]
const startOf = (extent: Extent | null): Edge => extent?.start ?? LAST

/** Did the first certainly begin before the second? A day and a moment in it are in no order of their own. */
const isBefore = (a: Edge, b: Edge): boolean => a[1] <= b[0] && a[0] < b[0]

/** Does none stand after one that it certainly came before? Null is an event without a time. */
export function inOrder(extents: readonly (Extent | null)[]): boolean {
  let latest = -Infinity
  return extents.every((extent) => {
    const [earliest, last] = startOf(extent)
    if (last <= latest && earliest < latest) return false
    latest = Math.max(latest, earliest)
    return true
  })
}

/**
 * The place, among others that are in order, that is nearest to the wanted one and keeps them in order: the author's
 * own order decides where the times do not. Places count from 0, before the first.
 */
export function placeAmong(
  others: readonly (Extent | null)[],
  own: Extent | null,
  wanted: number,
): number {
  const start = startOf(own)
  const least = others.findLastIndex((other) => isBefore(startOf(other), start)) + 1
  const after = others.findIndex((other) => isBefore(start, startOf(other)))
  return Math.max(least, Math.min(wanted, after === -1 ? others.length : after))
}

/** The same in the order of their times, moved no more than that takes. */
export function sorted<T>(items: readonly T[], extent: (item: T) => Extent | null): T[] {
  const done: T[] = []
  const extents: (Extent | null)[] = []
  for (const item of items) {
    const own = extent(item)
    const place = placeAmong(extents, own, done.length)
    done.splice(place, 0, item)
    extents.splice(place, 0, own)
  }
  return done
}
