import { LANES, type Lane } from '../document/entry.ts'
import type { Break } from './axis.ts'
import { pictureOf, type Bar, type Dated, type Mark } from './picture.ts'

export interface Laned extends Dated {
  readonly lane: Lane | null
}

/** The events of one doer, on the axis of all. */
export interface LanePicture {
  /** `other` beside named ones; null where no event says whose doing it was. */
  readonly lane: Lane | 'other' | null
  readonly marks: readonly Mark[]
  /** Their `lane` is the row inside this one: periods that overlap are in different rows. */
  readonly bars: readonly Bar[]
  readonly rows: number
}

export interface LanesPicture {
  readonly lanes: readonly LanePicture[]
  readonly breaks: readonly Break[]
  /** Where each event begins on the axis, from 0 to 1, in order. */
  readonly starts: readonly { readonly id: string; readonly at: number }[]
}

/** The bars of one lane in as few rows as keep them apart. */
function inRows(bars: readonly Bar[]): { bars: Bar[]; rows: number } {
  const free: number[] = []
  const placed = bars.map((bar) => {
    const clear = free.findIndex((until) => until <= bar.from)
    const lane = clear === -1 ? free.length : clear
    free[lane] = bar.to
    return { ...bar, lane }
  })
  return { bars: placed, rows: free.length }
}

/**
 * A picture of a timeline with a lane for each doer, all on one axis from 0 to 1.
 *
 * @param events in their order
 */
export function lanesOf(events: readonly Laned[]): LanesPicture {
  const whole = pictureOf(events, 0)
  const named = events.some(({ lane }) => lane !== null)
  const laneOf = new Map(events.map(({ id, lane }) => [id, lane ?? (named ? 'other' : null)]))
  const order = named ? ([...LANES, 'other'] as const) : [null]
  const lanes = order.flatMap((lane): LanePicture[] => {
    const isHere = ({ id }: Mark): boolean => laneOf.get(id) === lane
    const marks = whole.marks.filter(isHere)
    const { bars, rows } = inRows(whole.bars.filter(isHere))
    return marks.length + bars.length === 0 ? [] : [{ lane, marks, bars, rows: Math.max(1, rows) }]
  })
  return { lanes, breaks: whole.breaks, starts: whole.labels }
}

/** A written time on an axis: which event it is of, and which of its ends or its middle stands at the place. */
export interface Written {
  readonly id: string
  readonly at: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/**
 * The times that are written along a horizontal axis, so that none touches another or goes over an end. The first is always
 * there, and the last where both have room.
 *
 * @param starts places from 0 to 1, in order
 * @param room the part of the axis that the time of an event takes, written after that of another or as the first
 */
export function writtenTimes(
  starts: readonly { readonly id: string; readonly at: number }[],
  room: (id: string, before: string | null) => number,
): Written[] {
  const place = ({ id, at }: { id: string; at: number }, before: string | null) => {
    const own = room(id, before)
    if (at < own / 2) return { id, at, anchor: 'start' as const, from: at, to: at + own }
    if (at > 1 - own / 2) return { id, at, anchor: 'end' as const, from: at - own, to: at }
    return { id, at, anchor: 'middle' as const, from: at - own / 2, to: at + own / 2 }
  }
  const last = starts.at(-1)
  const written: Written[] = []
  let until = -Infinity
  for (const start of starts) {
    const one = place(start, written.at(-1)?.id ?? null)
    if (one.from < until) continue
    // What stands before the last one gives way to it.
    if (last !== undefined && start !== last && written.length > 0)
      if (one.to > place(last, start.id).from) continue
    written.push({ id: one.id, at: one.at, anchor: one.anchor })
    until = one.to
  }
  return written
}
