import type { Found } from '../../values/found.ts'
import { valuesIn } from '../../values/read.ts'
import type { Finding, Pair } from './pair.ts'

/** Units of ECMA-402 whose names are words that count. */
const COUNTED = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'byte', 'bit'] as const

interface Form {
  readonly one: string
  readonly other: string
}
const known = new Map<string, readonly Form[]>()

/** Both forms of each unit; none in languages that have more than two or decline them by more than number. */
function formsOf(locale: string): readonly Form[] {
  let forms = known.get(locale)
  if (forms === undefined) {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    // Millions have a category of their own in some, and no form of their own.
    const isPlain =
      pluralCategories.every((each) => /^(?:one|many|other)$/.test(each)) &&
      pluralCategories.includes('one')
    const nameOf = (unit: string, count: number): string =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
        .formatToParts(count)
        .find(({ type }) => type === 'unit')?.value ?? ''
    forms = isPlain
      ? COUNTED.map((unit) => ({ one: nameOf(unit, 1), other: nameOf(unit, 2) })).filter(
          ({ one, other }) => one !== other && /^\p{L}+$/u.test(one) && /^\p{L}+$/u.test(other),
        )
      : []
    known.set(locale, forms)
  }
  return forms
}

/** What counts a unit, and where its digits end. "4 heures" is a time of day as well as hours. */
function countedBy(found: Found): { value: number; end: number } | undefined {
  const { kind, isDate, readings, start, text } = found
  if (kind !== 'digits' || isDate || readings[0]?.length !== 1) return undefined
  const [key] = readings[0]
  const hours = /^(\d{1,2})[ \u00A0\u202F]\p{L}+$/u.exec(text)
  if (key!.startsWith('t') && hours !== null)
    return { value: Number(hours[1]), end: start + hours[1]!.length }
  if (readings.length > 1) return undefined
  const value = Number(key!.slice(1))
  return key!.startsWith('n') && Number.isInteger(value) ? { value, end: found.end } : undefined
}

/** "1 hours" and "2 hour": the form of a unit that its number does not take. */
export function plurals({ there, to }: Pair): Finding[] {
  const forms = formsOf(to.locale)
  if (forms.length === 0 || !/\d/.test(there)) return []
  const rules = new Intl.PluralRules(to.locale)
  return valuesIn(there, to.reader).flatMap((found): Finding[] => {
    const counted = countedBy(found)
    if (counted === undefined) return []
    const { value, end: behind } = counted
    const match = /^[ \u00A0\u202F](\p{L}+)(?![\p{L}-])/u.exec(there.slice(behind))
    if (match === null) return []
    const wanted = rules.select(value) === 'one' ? 'one' : 'other'
    const form = forms.find((each) => each[wanted === 'one' ? 'other' : 'one'] === match[1])
    // A word can be the one form of one unit and the other of another.
    if (form === undefined || forms.some((each) => each[wanted] === match[1])) return []
    const start = behind + 1
    const end = start + match[1]!.length
    return [
      {
        rule: 'plural-form',
        start,
        end,
        params: { target: there.slice(found.start, end), expected: form[wanted] },
        edits: [{ start, end, text: form[wanted] }],
      },
    ]
  })
}
