import type { ValueWords } from './language.ts'
import type { Reading } from './found.ts'

/** A date, or as much of one as is stated. `readings`: in the order of the language first. */
export interface CalendarDate {
  readonly start: number
  readonly end: number
  readonly readings: readonly Reading[]
}

/** Dates, and months that stand without a day and a year. */
export interface Calendar {
  readonly dates: (text: string) => CalendarDate[]
  readonly months: (text: string) => CalendarDate[]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The names of the twelve months in all forms that `Intl` has: long and short, alone and in a date. */
function monthNames(locale: string, endings: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  const formats = (['long', 'short'] as const).flatMap((month) =>
    [
      { month },
      { month, day: 'numeric' } as const,
      { month, year: 'numeric', day: 'numeric' } as const,
    ].map(
      (options) =>
        new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }),
    ),
  )
  for (let month = 1; month <= 12; month++)
    for (const format of formats) {
      const name = format
        .formatToParts(Date.UTC(2022, month - 1, 21))
        .find(({ type }) => type === 'month')
        ?.value.toLocaleLowerCase(locale)
      // A month that is a number is read with the signs around it.
      if (name !== undefined && /\p{L}/u.test(name) && !/\d/.test(name)) {
        names.set(name, month)
        for (const ending of endings) names.set(name + ending, month)
        if (name.endsWith('.')) names.set(name.slice(0, -1), month)
      }
    }
  return names
}

/** The signs after the year, the month and the day where a language numbers its months: 年月日. */
function signs(locale: string): Readonly<Record<'year' | 'month' | 'day', string>> | undefined {
  const parts = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(Date.UTC(2022, 0, 21))
  const after = (type: string): string => {
    const at = parts.findIndex((part) => part.type === type)
    const own = /\D+$/.exec(parts[at]?.value ?? '')?.[0]
    return (own ?? parts[at + 1]?.value ?? '').trim()
  }
  const all = { year: after('year'), month: after('month'), day: after('day') }
  return Object.values(all).every((sign) => /^[\p{Script=Han}\p{Script=Hangul}]$/u.test(sign))
    ? all
    : undefined
}

/** The order in which a language writes day, month and year in digits. */
function orderOf(locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  })
    .formatToParts(Date.UTC(2022, 0, 21))
    .map(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? type[0] : ''))
    .join('')
}

const isDay = (text: string | undefined): boolean =>
  text === undefined || (Number(text) >= 1 && Number(text) <= 31)
const keysOf = (year: string | undefined, month: number, day: string | undefined): Reading => [
  `m${month}`,
  ...(day === undefined ? [] : [`n${Number(day)}`]),
  ...(year === undefined ? [] : [`n${Number(year)}`]),
]

/** Reads dates with the name of a month, with signs for its parts, and in digits. What comes in is in lower case. */
export function dateReader(locale: string, { dateLinks, monthEndings }: ValueWords): Calendar {
  const names = monthNames(locale, monthEndings)
  const name = [...names.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  const link = `(?:[\\s,.\u00A0\u202F]|(?<!\\p{L})(?:${['(?!)', ...dateLinks.map(escaped)].join('|')})(?!\\p{L}))`
  const ordinal = '(?:\\p{L}{1,3}(?![\\p{L}])|[.ºª°])?'
  const day = `(?<![\\d.,])(\\d{1,2})${ordinal}`
  const year = '(\\d{4})(?![\\d]|[.,]\\d)'
  const worded =
    name === ''
      ? []
      : [
          new RegExp(
            `(?<d>${day})${link}{1,6}(?<m>${name})(?!\\p{L})(?:${link}{1,6}(?<y>${year}))?`,
            'gu',
          ),
          new RegExp(
            `(?<!\\p{L})(?<m>${name})(?!\\p{L})${link}{0,6}(?:(?<=[\\s\u00A0])(?<d>${day})(?![\\d:]|[.,]\\d)${link}{0,6})?(?:(?<=[\\s,\u00A0])(?<y>${year}))?`,
            'gu',
          ),
          new RegExp(
            `(?<y>${year})${link}{1,4}(?<m>${name})(?!\\p{L})(?:${link}{1,4}(?<d>${day}))?`,
            'gu',
          ),
        ]
  const marks = signs(locale)
  const signed =
    marks &&
    new RegExp(
      `(?:(\\d{4})\\s*${marks.year}\\s*)?(?<!\\d)(\\d{1,2})\\s*${marks.month}(?![間份])(?:\\s*(\\d{1,2})\\s*${marks.day})?`,
      'gu',
    )
  const order = orderOf(locale)
  const numeric = /(?<![\d./-])(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{1,2})(?![\d]|[./-]\d)/gu

  const dates = (text: string): CalendarDate[] => {
    const found: CalendarDate[] = []
    const add = (start: number, matched: string, readings: Reading[]): void => {
      const end = start + matched.trimEnd().length
      if (readings.length > 0 && !found.some((other) => other.start < end && start < other.end))
        found.push({ start, end, readings })
    }
    if (!/\d/.test(text)) return found
    if (signed)
      for (const match of text.matchAll(signed))
        if (Number(match[2]) >= 1 && Number(match[2]) <= 12 && isDay(match[3]))
          add(match.index, match[0], [keysOf(match[1], Number(match[2]), match[3])])
    for (const pattern of worded)
      for (const match of text.matchAll(pattern)) {
        const { d, m, y } = match.groups!
        const digits = d === undefined ? undefined : /\d+/.exec(d)![0]
        if ((digits === undefined && y === undefined) || !isDay(digits)) continue
        add(match.index, match[0], [keysOf(y, names.get(m!)!, digits)])
      }
    for (const match of text.matchAll(numeric)) {
      const [, first, , second, third] = match
      const long = first!.length === 4
      // Two digits for the year are taken for one where all parts have two.
      const short = match[0].length === 8 && third!.length === 2
      if (!long && !short && third!.length !== 4) continue
      const [y, a, b] = long
        ? [first!, second!, third!]
        : [short ? `20${third}` : third!, first!, second!]
      const monthFirst: [string, string] = [a, b]
      const dayFirst: [string, string] = [b, a]
      const pairs = long
        ? [monthFirst]
        : order.startsWith('d')
          ? [dayFirst, monthFirst]
          : [monthFirst, dayFirst]
      add(
        match.index,
        match[0],
        pairs
          .filter(([month, d]) => Number(month) >= 1 && Number(month) <= 12 && isDay(d))
          .map(([month, d]) => keysOf(y, Number(month), d))
          .filter((one, at, all) => all.findIndex((other) => other.join() === one.join()) === at),
      )
    }
    return found
  }
  const lone = new RegExp(String.raw`(?<!\p{L})(?:${name || '(?!)'})(?!\p{L})`, 'gu')
  const months = (text: string): CalendarDate[] =>
    Array.from(text.matchAll(lone), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      readings: [[`m${names.get(match[0])!}`]],
    }))
  return { dates, months }
}
