import type { TimeValue } from '../document/time.ts'
import { dateOf, precisionOf } from '../facts/date.ts'
import { dateFormat } from '../facts/formats.ts'
import { wallOf } from './zone.ts'

type Options = Intl.DateTimeFormatOptions

const DAY: Options = { day: 'numeric', month: 'short' }

/** When an event began, as a clock or calendar in the zone has it. */
function startOf(when: TimeValue, zone: string | undefined) {
  if (when.kind === 'date' || (when.kind === 'span' && when.of === 'date')) {
    const date = when.kind === 'date' ? when.date : when.start
    return { date, time: null, at: dateOf(date), zone: 'UTC' }
  }
  const instant = when.kind === 'instant' ? when.at : when.start
  const shown = zone ?? when.zone
  return { ...wallOf(instant, shown), at: new Date(instant), zone: shown }
}

/**
 * When an event began, as short as the one that is written before it allows: the clock alone on the same day, the day
 * in the same year.
 */
export function timeLabel(
  when: TimeValue,
  before: TimeValue | null,
  locale: string,
  zone: string | undefined,
): string {
  const { date, time, at, zone: timeZone } = startOf(when, zone)
  const last = before === null ? '' : startOf(before, zone).date
  const year: Options = date.slice(0, 4) === last.slice(0, 4) ? {} : { year: 'numeric' }
  const write = (options: Options): string =>
    dateFormat(locale, { timeZone, ...options }).format(at)
  const precision = precisionOf(date)
  if (precision === 'year') return write({ calendar: 'gregory', year: 'numeric' })
  if (precision === 'month') return write({ calendar: 'gregory', month: 'short', year: 'numeric' })
  if (time === null || 'year' in year) return write({ ...DAY, ...year })
  const clock: Options = { hour: 'numeric', minute: '2-digit' }
  return date === last ? write(clock) : write({ ...DAY, ...clock })
}
