import { lowerMedian } from './gap.ts'

/** Where the axis leaves time out: drawn as a gap of a fixed length, whatever it lasted. */
export interface Break {
  /** ms since 1970. */
  readonly from: number
  readonly to: number
  /** On the axis, from 0 to 1. */
  readonly start: number
  readonly end: number
}

export interface Axis {
  readonly breaks: readonly Break[]
  /** Where a moment is on the axis, from 0 to 1. Moments outside are at its ends. */
  at(moment: number): number
}

/** Times between two events that are longer than this many usual ones are left out. */
const LONG = 6
/** What a break takes, in usual distances. */
const BREAK = 2
/** What the time between two events takes of the axis at least, however short it was, and all of it together at most. */
const LEAST = 0.02
const MOST = 0.6

/**
 * A scale for moments that lie minutes and years apart. It is true to time, except that long stretches in which
 * nothing begins or ends are left out, each with a break, and what was nearly at one time is kept apart enough to be
 * seen: events of one night can be told from one another although the report came half a year later.
 */
export function axisOf(moments: readonly number[]): Axis {
  const knots = [...new Set(moments)].toSorted((a, b) => a - b)
  const steps = knots.slice(1).map((knot, at) => knot - knots[at]!)
  const usual = lowerMedian(steps)
  const sum = (lengths: readonly number[]): number =>
    lengths.reduce((whole, length) => whole + length, 0)
  const kept = steps.map((step) => (step > usual * LONG ? usual * BREAK : step))
  const least = Math.min(LEAST, MOST / Math.max(1, steps.length)) * sum(kept)
  const lengths = kept.map((length) => Math.max(length, least))
  const total = sum(lengths)
  const places: number[] = [0]
  for (const length of lengths) places.push(places.at(-1)! + (total === 0 ? 0 : length / total))
  const breaks = steps.flatMap((step, at): Break[] =>
    step > usual * LONG
      ? [{ from: knots[at]!, to: knots[at + 1]!, start: places[at]!, end: places[at + 1]! }]
      : [],
  )
  return {
    breaks,
    at(moment) {
      if (knots.length < 2) return 0.5
      const next = knots.findIndex((knot) => knot >= moment)
      if (next === -1) return 1
      if (next === 0) return 0
      const from = knots[next - 1]!
      const part = (moment - from) / (knots[next]! - from)
      return places[next - 1]! + part * (places[next]! - places[next - 1]!)
    },
  }
}
