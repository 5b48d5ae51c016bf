import type { Extent } from './extent.ts'

/** What stands between an event and those before it, by what is certain. */
export interface Between {
  /** How long nothing happened before it, where that is long beside the others. In ms. */
  readonly gap: number | null
  /** Which earlier one had certainly not ended yet: its place in the list. */
  readonly during: number | null
}

/** A silence is worth a line where it is this many times as long as the usual one. */
const LONG = 4

/** The middle one, the lower of two. */
export function lowerMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length / 2) - 1)] ?? 0
}

/**
 * The silences and overlaps of events in order. A silence counts from the last moment that is known of all before;
 * a day that an event was on is no silence. Events without a time come last and have neither.
 */
export function betweens(extents: readonly (Extent | null)[]): Between[] {
  let until = -Infinity
  // The period among those before that certainly lasted longest.
  let longest: { readonly at: number; readonly end: number } | null = null
  const found = extents.map((extent, at) => {
    if (extent === null) return { silence: 0, during: null }
    const { start, end, lasting, uncertain } = extent
    const silence = until === -Infinity ? 0 : Math.max(0, start[0] - until)
    // A day may end with the period; a moment at its end is no longer in it.
    const exact = start[0] === start[1]
    const within = longest !== null && (exact ? start[1] < longest.end : start[1] <= longest.end)
    const during = within ? longest!.at : null
    until = Math.max(until, end[1])
    // The last day that was stated belongs to a period. Of an end that is not certain the least is.
    const certain = !uncertain ? end[1] : start[0] === end[0] ? start[1] : end[0]
    if (lasting && certain > (longest?.end ?? -Infinity)) longest = { at, end: certain }
    return { silence, during }
  })
  const silences = found.map(({ silence }) => silence).filter((silence) => silence > 0)
  const usual = lowerMedian(silences)
  return found.map(({ silence, during }) => ({
    gap: silence > 0 && silence >= usual * LONG ? silence : null,
    during,
  }))
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time as ISO 8601 with the two units that say most of it: `PT14H20M`, `P3DT4H`, `P62D`. In ms. */
export function durationOf(length: number): string {
  const whole = (unit: number): number => Math.floor(length / unit)
  const part = (amount: number, name: string): string => (amount === 0 ? '' : `${amount}${name}`)
  if (length >= 7 * DAY) return `P${whole(DAY)}D`
  if (length >= DAY) {
    const hours = part(whole(HOUR) % 24, 'H')
    return `P${whole(DAY)}D${hours === '' ? '' : `T${hours}`}`
  }
  if (length >= HOUR) return `PT${whole(HOUR)}H${part(whole(MINUTE) % 60, 'M')}`
  return length >= MINUTE ? `PT${whole(MINUTE)}M` : `PT${Math.max(1, Math.round(length / 1000))}S`
}
