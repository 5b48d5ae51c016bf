import { axisOf, type Break } from './axis.ts'
import type { Extent } from './extent.ts'

export interface Dated {
  readonly id: string
  readonly extent: Extent
}

/** A moment on the axis, or a day, month or year of which no more is known: then it is as long as that. */
export interface Mark {
  readonly id: string
  /** Places on the axis, from 0 to 1; the same twice for a moment. */
  readonly from: number
  readonly to: number
}

/** A period beside the axis. */
export interface Bar extends Mark {
  /** Counts from 0. Periods that overlap are in different lanes. */
  readonly lane: number
  /** Its end is not certain: it fades. */
  readonly fades: boolean
}

/** Where the time of an event is written. */
export interface Label {
  readonly id: string
  readonly at: number
}

export interface Picture {
  readonly marks: readonly Mark[]
  readonly bars: readonly Bar[]
  readonly breaks: readonly Break[]
  readonly labels: readonly Label[]
  readonly lanes: number
}

/** What a period takes at least, so that it can be seen, and what one without an end fades over. Of the axis. */
const LEAST = 0.015
const FADE = 0.12

/**
 * A picture of a timeline: where each event is on an axis that goes from 0 to 1, without a word of how it is drawn.
 *
 * @param events in their order
 * @param room the part of the axis that a written time needs, so that no two touch
 */
export function pictureOf(events: readonly Dated[], room: number): Picture {
  const axis = axisOf(
    events.flatMap(({ extent: { start, end, lasting } }) => [
      start[0],
      ...(lasting ? [end[1]] : [start[1]]),
    ]),
  )
  const marks: Mark[] = []
  const bars: Bar[] = []
  const free: number[] = []
  for (const { id, extent } of events) {
    const from = axis.at(extent.start[0])
    if (!extent.lasting) {
      marks.push({ id, from, to: axis.at(extent.start[1]) })
      continue
    }
    const stated = axis.at(extent.end[1])
    const open = extent.uncertain && extent.start[0] === extent.end[0]
    const to = Math.min(1, Math.max(stated, from + (open ? FADE : LEAST)))
    const clear = free.findIndex((until) => until <= from)
    const lane = clear === -1 ? free.length : clear
    free[lane] = to
    bars.push({ id, from: Math.min(from, to - LEAST), to, lane, fades: extent.uncertain })
  }
  const labels: Label[] = []
  for (const { id, extent } of events) {
    const at = axis.at(extent.start[0])
    const last = labels.at(-1)
    if (last === undefined || at - last.at >= room) labels.push({ id, at })
  }
  return { marks, bars, breaks: axis.breaks, labels, lanes: free.length }
}
