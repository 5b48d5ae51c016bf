import { dateFormat } from '../facts/formats.ts'

/** A wall clock: date `YYYY-MM-DD` and time `hh:mm` or `hh:mm:ss`. */
export interface Wall {
  readonly date: string
  readonly time: string
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** What a clock in the zone shows at an instant. */
export function wallOf(instant: string, zone: string): Wall {
  const parts = dateFormat('en-u-ca-iso8601-hc-h23', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant))
  const get = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? ''
  const seconds = get('second')
  const time = `${get('hour')}:${get('minute')}`
  return {
    date: `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}`,
    time: seconds === '00' ? time : `${time}:${seconds}`,
  }
}

/** Minutes that a zone is ahead of UTC at a moment. */
function offsetAt(moment: number, zone: string): number {
  const { date, time } = wallOf(new Date(moment).toISOString(), zone)
  return Math.round((Date.parse(`${date}T${time}Z`) - moment) / 60_000)
}

/**
 * The instant, in UTC, at which a clock in the zone shows this, or undefined where the text is not a time. An hour
 * that a change of clocks skips is taken as the hour after it; of one that comes twice, the first is meant.
 */
export function instantOf({ date, time }: Wall, zone: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time))
    return undefined
  const local = Date.parse(`${date}T${time}Z`)
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(date)) return undefined
  const early = local - offsetAt(local - 86_400_000, zone) * 60_000
  const late = local - offsetAt(local + 86_400_000, zone) * 60_000
  const fits = [early, late].filter((moment) => moment + offsetAt(moment, zone) * 60_000 === local)
  const found = new Date(fits.length > 0 ? Math.min(...fits) : early)
  const seconds = found.getUTCSeconds()
  return `${found.toISOString().slice(0, 16)}${seconds === 0 ? '' : `:${pad(seconds)}`}Z`
}
