import type { FactForm } from '../document/text.ts'
import type { InstantValue } from '../document/time.ts'
import { dateFormat } from './formats.ts'

/** An instant ends in seconds only where they are known: `2022-01-21T04:59:30Z`. */
const hasSeconds = (at: string): boolean => at.length > 'YYYY-MM-DDThh:mmZ'.length

/** What is written of an instant. With its zone, because a time without one is no fact, unless that is said nearby. */
export const instantOptions = (
  at: string,
  zone: string,
  year: boolean,
  named = true,
): Intl.DateTimeFormatOptions => ({
  timeZone: zone,
  ...(year ? { year: 'numeric' } : {}),
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  ...(hasSeconds(at) ? { second: '2-digit' } : {}),
  ...(named ? { timeZoneName: 'short' } : {}),
})

/** A point in time as the clock in its zone showed it, with the zone's name in the locale. `short` has no year. */
export const readInstant = (
  { at, zone }: InstantValue,
  form: FactForm,
  locale: string,
  named = true,
): string =>
  dateFormat(locale, instantOptions(at, zone, form === 'long', named)).format(new Date(at))
