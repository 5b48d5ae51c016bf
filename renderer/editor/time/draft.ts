import * as v from 'valibot'
import { DateSchema, InstantSchema, type TimeValue } from '../../../model/document/time.ts'
import { instantOf, wallOf } from '../../../model/timeline/zone.ts'

export type TimeShape = 'date' | 'instant' | 'dates' | 'instants'

/** A time as it is being typed. */
export interface TimeDraft {
  readonly shape: TimeShape
  readonly startDate: string
  readonly startTime: string
  readonly endDate: string
  readonly endTime: string
  readonly zone: string
}

export const EMPTY_DRAFT: TimeDraft = {
  shape: 'date',
  startDate: '',
  startTime: '',
  endDate: '',
  endTime: '',
  zone: 'UTC',
}

/** `zone`: for a time that is added to a date. */
export function draftOf(value: TimeValue, zone = EMPTY_DRAFT.zone): TimeDraft {
  if (value.kind === 'date') return { ...EMPTY_DRAFT, zone, shape: 'date', startDate: value.date }
  if (value.kind === 'instant') {
    const { date, time } = wallOf(value.at, value.zone)
    return { ...EMPTY_DRAFT, shape: 'instant', startDate: date, startTime: time, zone: value.zone }
  }
  if (value.of === 'date')
    return { ...EMPTY_DRAFT, zone, shape: 'dates', startDate: value.start, endDate: value.end }
  const [start, end] = [wallOf(value.start, value.zone), wallOf(value.end, value.zone)]
  return {
    shape: 'instants',
    startDate: start.date,
    startTime: start.time,
    endDate: end.date,
    endTime: end.time,
    zone: value.zone,
  }
}

/** The value of a draft; null: nothing is typed; undefined: what is typed is not a time (yet). */
export function valueOf(draft: TimeDraft): TimeValue | null | undefined {
  const { shape, startDate, startTime, endDate, endTime, zone } = draft
  const period = shape === 'dates' || shape === 'instants'
  if (startDate === '' && startTime === '' && (!period || (endDate === '' && endTime === '')))
    return null
  if (shape === 'date')
    return v.is(DateSchema, startDate) ? { kind: 'date', date: startDate } : undefined
  if (shape === 'dates') {
    if (!v.is(DateSchema, startDate) || !v.is(DateSchema, endDate) || startDate > endDate)
      return undefined
    return { kind: 'span', of: 'date', start: startDate, end: endDate }
  }
  const start = instantOf({ date: startDate, time: startTime }, zone)
  if (start === undefined || !v.is(InstantSchema, start)) return undefined
  if (shape === 'instant') return { kind: 'instant', at: start, zone }
  const end = instantOf({ date: endDate, time: endTime }, zone)
  if (end === undefined || start > end) return undefined
  return { kind: 'span', of: 'instant', start, end, zone }
}
