import type { Event } from '../document/block.ts'
import type { TimeValue } from '../document/time.ts'
import { instantOf } from './zone.ts'

/**
 * When an event was, in ms since 1970. Each edge is the earliest and the latest moment that fit what was stated: the
 * same twice where it is known to the minute, a day apart where only the day is known.
 */
export interface Extent {
  readonly start: readonly [earliest: number, latest: number]
  readonly end: readonly [earliest: number, latest: number]
  /** A stated period, or one that went on from its start. */
  readonly lasting: boolean
  /** The end of the period is not certain or not known. */
  readonly uncertain: boolean
}

/** When it was and what is said of its end: what an event has of this. */
export type Timed = Pick<Event, 'when' | 'endUncertain'>

const midnight = (year: number, month: number, day: number, zone: string): number => {
  const date = new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
  const found = instantOf({ date, time: '00:00' }, zone)
  return found === undefined ? Date.UTC(year, month, day) : Date.parse(found)
}

/** The day, month or year that a date names, as clocks in the zone have it. */
function datedIn(date: string, zone: string): [number, number] {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return [midnight(year, 0, 1, zone), midnight(year + 1, 0, 1, zone)]
  if (day === undefined) return [midnight(year, month - 1, 1, zone), midnight(year, month, 1, zone)]
  return [midnight(year, month - 1, day, zone), midnight(year, month - 1, day + 1, zone)]
}

function edgesOf(when: TimeValue, zone: string): Pick<Extent, 'start' | 'end'> {
  const moment = (at: string): [number, number] => [Date.parse(at), Date.parse(at)]
  if (when.kind === 'date') {
    const dated = datedIn(when.date, zone)
    return { start: dated, end: dated }
  }
  if (when.kind === 'instant') return { start: moment(when.at), end: moment(when.at) }
  const edge = (text: string) => (when.of === 'date' ? datedIn(text, zone) : moment(text))
  return { start: edge(when.start), end: edge(when.end) }
}

const known = new WeakMap<TimeValue, { zone: string; edges: Pick<Extent, 'start' | 'end'> }>()

/** Null: no time is stated. Dates begin and end with the days of the zone. */
export function extentOf({ when, endUncertain = false }: Timed, zone = 'UTC'): Extent | null {
  if (when === null) return null
  let found = known.get(when)
  if (found?.zone !== zone) {
    found = { zone, edges: edgesOf(when, zone) }
    known.set(when, found)
  }
  return { ...found.edges, lasting: when.kind === 'span' || endUncertain, uncertain: endUncertain }
}
