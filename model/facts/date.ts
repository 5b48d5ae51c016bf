import type { FactForm } from '../document/text.ts'
import type { DateValue } from '../document/time.ts'
import { dateFormat } from './formats.ts'

/** How precisely a date is known: the length of its text says it. */
export type Precision = 'year' | 'month' | 'day'
export const precisionOf = (date: string): Precision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'

/**
 * What is written of a date. A month or a year alone is a Gregorian one, which other calendars cut elsewhere, so it
 * keeps its calendar; a whole day reads in the calendar that the locale uses.
 */
export function dateOptions(precision: Precision, year: boolean): Intl.DateTimeFormatOptions {
  const utc = { timeZone: 'UTC' } as const
  if (precision === 'year') return { ...utc, calendar: 'gregory', year: 'numeric' }
  if (precision === 'month')
    return { ...utc, calendar: 'gregory', month: 'long', ...(year ? { year: 'numeric' } : {}) }
  return { ...utc, day: 'numeric', month: 'long', ...(year ? { year: 'numeric' } : {}) }
}

/** `YYYY`, `YYYY-MM` and `YYYY-MM-DD` are all UTC for the Date constructor (ECMA-262, date time string format). */
export const dateOf = (date: string): Date => new Date(date)

/** A calendar date as precise as it is known. `long` has the year, `short` leaves it out where a month is left. */
export const readDate = ({ date }: DateValue, form: FactForm, locale: string): string =>
  dateFormat(locale, dateOptions(precisionOf(date), form === 'long')).format(dateOf(date))
