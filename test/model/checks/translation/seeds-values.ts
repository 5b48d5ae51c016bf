import type { TextLanguage } from '../../../../model/checks/translation/language.ts'
import { valuesIn } from '../../../../model/values/read.ts'
import { changed, type Kinds } from './kind.ts'

const DAY = { year: 2023, month: 3, day: 5 }
type Day = typeof DAY
const formatted = ({ year, month, day }: Day, locale: string, form: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, {
    ...form,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, day, 12))
const inWords = (day: Day, { locale }: TextLanguage): string =>
  formatted(day, locale, { dateStyle: 'long' })
/** Undefined where the year comes first, as in `2023/3/5`, which nobody reads in another order. */
function inDigits(day: Day, { locale }: TextLanguage): string | undefined {
  const digits = formatted(day, locale, { year: 'numeric', month: 'numeric', day: 'numeric' })
    .replaceAll(/[^\d]+/g, '/')
    .replace(/\/$/, '')
  return digits.startsWith(String(day.year)) ? undefined : digits
}
/** Its day and month exchanged. */
const turned = ({ year, month, day }: Day): Day => ({ year, month: day, day: month })

/** Does a text say this number, in digits or in words? */
const says = (text: string, value: number, { reader }: TextLanguage): boolean =>
  valuesIn(text, reader).some(({ readings, foreign }) =>
    [...readings, ...foreign].some((reading) => reading.includes(`n${value}`)),
  )
const wordFor = (value: number, { reader }: TextLanguage): string | undefined =>
  Object.entries(reader.words.words).find(([, one]) => one === value)?.[0]

const COUNTED = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']
const unitOf = (locale: string, unit: string, count: number): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    numberingSystem: 'latn',
  })
    .formatToParts(count)
    .find(({ type }) => type === 'unit')?.value ?? ''

/** One sign alone is in many words, so that nobody can tell whether a number is meant. */
const beyondOne = (word: string): string => (/^\p{Script=Han}$/u.test(word) ? `十${word}` : word)

/** In numbers, dates and times. */
export const VALUES: Kinds = {
  'a number word that is another': {
    make(target, source, to, from) {
      const [one, other] = [7, 9, 8, 6].filter(
        (value) =>
          ![value, value + 10].some((one) => says(target, one, to) || says(source, one, from)),
      )
      if (one === undefined || other === undefined) return undefined
      const [here, there] = [wordFor(one, from), wordFor(other, to)]
      if (here === undefined || there === undefined) return undefined
      return { source: `${source} (${beyondOne(here)})`, target: `${target} (${beyondOne(there)})` }
    },
    rules: ['number-word'],
  },
  'a date in digits in another order': {
    make(target, source, to, from) {
      const [here, there] = [inDigits(DAY, from), inDigits(turned(DAY), to)]
      return here === undefined || there === undefined
        ? undefined
        : { source: `${source} (${here})`, target: `${target} (${there})` }
    },
    rules: ['date-order'],
  },
  'days that changed places': {
    make(target, source, to, from) {
      const [first, second] = [DAY, { year: 2023, month: 6, day: 8 }]
      const dates = (days: readonly Day[], language: TextLanguage): string =>
        days.map((day) => inWords(day, language)).join('; ')
      const exchanged = [
        { ...first, day: second.day },
        { ...second, day: first.day },
      ]
      return {
        source: `${source} (${dates([first, second], from)})`,
        target: `${target} (${dates(exchanged, to)})`,
      }
    },
    rules: ['date-changed'],
  },
  'a date in digits of which nobody knows the month': {
    make(target, source, to, from) {
      const there = inDigits(DAY, to)
      // What the source says in signs (3月5日) has no month in words.
      if (there === undefined || !/\p{L}/u.test(inWords(DAY, from))) return undefined
      return { source: `${source} (${inWords(DAY, from)})`, target: `${target} (${there})` }
    },
    rules: ['date-ambiguous'],
  },
  'a time zone that is another': {
    make: (target, source) => ({
      source: `${source} (14:05 UTC)`,
      target: `${target} (14:05 UTC+3)`,
    }),
    rules: ['zone-differs'],
  },
  'a unit in the form of another number': {
    make(target, source, { locale }, from) {
      const rules = new Intl.PluralRules(locale)
      const { pluralCategories } = rules.resolvedOptions()
      // Where there are more forms, and where they are declined, nobody can tell them by the number alone.
      if (
        !pluralCategories.includes('one') ||
        pluralCategories.some((one) => /few|two|zero/.test(one))
      )
        return undefined
      const at = (target.length + source.length) % COUNTED.length
      const unit = COUNTED[at]!
      if (unitOf(locale, unit, 1) === unitOf(locale, unit, 4)) return undefined
      return {
        source: `${source} (4 ${unitOf(from.locale, unit, 4)})`,
        target: `${target} (4 ${unitOf(locale, unit, 1)})`,
      }
    },
    rules: ['plural-form'],
  },
  'digits of two scripts': {
    make: (target) =>
      changed(
        target,
        /(?<=(?<![\p{L}\p{N}.,:/_#@-])\d{1,3} .*)(?<=[ (])\d{1,3}(?=[ )])/u,
        (found) => found.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
      ),
    rules: ['digits-mixed'],
  },
}
