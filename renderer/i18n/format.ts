import { useTranslation } from 'react-i18next'

/** How the interface language writes times, numbers, sizes, lists and the names of languages. */
export interface Format {
  readonly locale: string
  number(value: number): string
  percent(part: number, whole: number): string
  time(instant: string): string
  dateTime(instant: string): string
  /** "3 minutes ago"; from a week on, the date. */
  ago(instant: string, now: number): string
  /** A size in the largest decimal unit that leaves a number above one. */
  bytes(count: number): string
  list(items: readonly string[]): string
  /** The name of a language in the interface language, or its tag where there is none. */
  language(tag: string): string
  compare(a: string, b: string): number
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** The name that a language gives itself, in its own script, or its tag. */
export function ownName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag
}

/**
 * The person's own kind of a language, as the system states it: a reader of English in Ireland is not shown the clock
 * and the dates of the United States.
 */
function regional(locale: string): string {
  const { language } = new Intl.Locale(locale)
  return navigator.languages.find((tag) => new Intl.Locale(tag).language === language) ?? locale
}

export function formatFor(language: string): Format {
  const locale = regional(language)
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale)
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' })
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  return {
    locale: language,
    number: (value) => number.format(value),
    percent: (part, whole) => percent.format(whole === 0 ? 0 : part / whole),
    time: (instant) => time.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    ago(instant, now) {
      const seconds = (Date.parse(instant) - now) / 1000
      if (Math.abs(seconds) >= 7 * 86_400) return date.format(new Date(instant))
      const step = STEPS.find(([, size]) => Math.abs(seconds) >= size)
      return step
        ? relative.format(Math.trunc(seconds / step[1]), step[0])
        : relative.format(0, 'second')
    },
    bytes(count) {
      const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), SIZES.length - 1)
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: SIZES[power]!,
        maximumFractionDigits: power > 1 ? 1 : 0,
      }).format(count / 1000 ** power)
    },
    list: (items) => list.format(items),
    language(tag) {
      try {
        return names.of(tag) ?? tag
      } catch {
        return tag
      }
    },
    compare: collator.compare,
  }
}

const made = new Map<string, Format>()

/** The formats of a language, made once for all who ask: hundreds of entries do. */
function sharedFormat(language: string): Format {
  const format = made.get(language) ?? formatFor(language)
  made.set(language, format)
  return format
}

/** The formats of the interface language; they change with it. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return sharedFormat(i18n.language)
}
