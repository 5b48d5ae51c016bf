import type { FactForm } from '../document/text.ts'
import type { SpanValue } from '../document/time.ts'
import { dateOf, dateOptions, precisionOf } from './date.ts'
import { dateFormat } from './formats.ts'
import { instantOptions } from './instant.ts'

type Part = Intl.DateTimeFormatPart
type RangePart = Intl.DateTimeRangeFormatPart
type Options = Intl.DateTimeFormatOptions

/** One end: when it is, and what is written of it. */
interface End {
  readonly at: Date
  readonly options: Options
}

const textOf = (parts: readonly { value: string }[]): string =>
  parts.map(({ value }) => value).join('')
const partsOf = (locale: string, { at, options }: End): Part[] =>
  dateFormat(locale, options).formatToParts(at)
// `relatedYear` is what calendars with named years have; the library of types does not know it.
const YEARS: readonly string[] = ['year', 'relatedYear']
const yearIn = (parts: readonly Part[]): string =>
  textOf(parts.filter(({ type }) => YEARS.includes(type)))
const zoneIn = (locale: string, at: Date, timeZone: string): string =>
  textOf(
    dateFormat(locale, { timeZone, timeZoneName: 'short' })
      .formatToParts(at)
      .filter(({ type }) => type === 'timeZoneName'),
  )

/** The mark that the locale writes between two years, as `–` or `～`; a bare dash has spaces where the ends have some. */
function separatorOf(locale: string, ends: string): string {
  const years = dateFormat(locale, dateOptions('year', true))
  const parts = years.formatRangeToParts(dateOf('2021'), dateOf('2022'))
  const last = parts.findIndex(({ source, type }) => source === 'endRange' && type !== 'literal')
  const between = parts[last - 1]?.type === 'literal' ? parts[last - 1]!.value : '–'
  const after = years.formatToParts(dateOf('2021')).at(-1)!
  const own = after.type === 'literal' ? after.value : ''
  const mark = between.startsWith(own) ? between.slice(own.length) : between
  return /^\p{Pd}$/u.test(mark) && /\s/u.test(ends) ? ` ${mark} ` : mark
}

/**
 * CLDR has for some languages no range in the shape of its written-out date and gives a numeric one instead, as
 * `2022/01/16～2022/01/21` beside `2022年1月21日`. Then a month or a mark inside it is one that no end has by itself.
 */
function sameShape(range: readonly RangePart[], ends: readonly Part[]): boolean {
  const months = ends.filter(({ type }) => type === 'month').map(({ value }) => value)
  const marks = textOf(ends.filter(({ type }) => type === 'literal'))
  return range.every(({ type, value, source }, index) => {
    if (type === 'month') return months.includes(value)
    const inside = range[index - 1]?.source === source && range[index + 1]?.source === source
    return type !== 'literal' || !inside || marks.includes(value.trim())
  })
}

/** Where dates begin with the year, the second end leaves out what it shares with the first: `2022年1月16日～21日`. */
function withoutShared(start: readonly Part[], end: readonly Part[]): readonly Part[] {
  let shared = 0
  for (const [index, { type, value }] of end.entries()) {
    if (start[index]?.value !== value || ![...YEARS, 'month', 'day', 'literal'].includes(type))
      break
    if (type === 'literal') shared = index + 1
  }
  return end.slice(shared)
}

function join(locale: string, start: End, end: End, yearFirst: boolean): string {
  const first = partsOf(locale, start)
  const last = partsOf(locale, end)
  const texts = textOf(first) + textOf(last)
  if (textOf(first) === textOf(last)) return textOf(first)
  if (JSON.stringify(start.options) === JSON.stringify(end.options)) {
    const range = dateFormat(locale, start.options).formatRangeToParts(start.at, end.at)
    if (sameShape(range, [...first, ...last])) return textOf(range)
  }
  const rest = textOf(yearFirst ? withoutShared(first, last) : last)
  return `${textOf(first)}${separatorOf(locale, texts)}${rest}`
}

/**
 * A period with both of its ends, by ECMA-402 `formatRange` where the locale writes a range as it writes a date, and
 * otherwise as two dates with the locale's own mark between them. `short` leaves the year out where both ends have
 * the same one. A zone that holds for both ends is named once, in brackets after them, or not at all where `named` is
 * false.
 */
export function readSpan(span: SpanValue, form: FactForm, locale: string, named = true): string {
  const end = (text: string) => {
    const at = span.of === 'date' ? dateOf(text) : new Date(text)
    const zone = span.of === 'date' ? '' : zoneIn(locale, at, span.zone)
    const options = (year: boolean): Options =>
      span.of === 'date'
        ? dateOptions(precisionOf(text), year)
        : instantOptions(text, span.zone, year)
    return { at, zone, options, full: partsOf(locale, { at, options: options(true) }) }
  }
  const [first, last] = [end(span.start), end(span.end)]
  const year = form === 'long' || yearIn(first.full) !== yearIn(last.full)
  const oneZone = first.zone === last.zone
  const [start, stop] = [first, last].map(({ at, options }): End => {
    const { timeZoneName, ...rest } = options(year)
    return { at, options: oneZone || timeZoneName === undefined ? rest : { ...rest, timeZoneName } }
  }) as [End, End]
  const yearFirst = YEARS.includes(last.full[0]?.type ?? '')
  const text = join(locale, start, stop, yearFirst)
  return oneZone && named && last.zone !== '' ? `${text} (${last.zone})` : text
}
