import type { Version } from './version-table.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** Of versions up to this old, the last of each span of time is kept. In ms. */
const STEPS = [
  { upTo: DAY, span: 0 },
  { upTo: 7 * DAY, span: HOUR },
  { upTo: 90 * DAY, span: DAY },
  { upTo: Infinity, span: 7 * DAY },
] as const

/**
 * The versions that time has made too many: all of the last day stay, then the last of each hour for a week, of each
 * day for three months, and of each week from then on. What a person named stays, and so do the first, the one that
 * stands now and the one before it. `versions` from the first on; the answer is their numbers.
 */
export function tooMany(versions: readonly Version[], now: Date): number[] {
  const spans = new Set<string>()
  const drop: number[] = []
  for (const { number, at, name } of versions.slice(1, -2).toReversed()) {
    if (name !== null) continue
    const time = Date.parse(at)
    const { span } = STEPS.find(({ upTo }) => now.getTime() - time <= upTo)!
    if (span === 0) continue
    const slot = `${span} ${Math.floor(time / span)}`
    if (spans.has(slot)) drop.push(number)
    else spans.add(slot)
  }
  return drop
}
