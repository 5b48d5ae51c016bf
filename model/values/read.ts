import { westernDigits } from './digits.ts'
import type { Found, Reading } from './found.ts'
import { literalsIn } from './literals.ts'
import { numbersIn } from './number.ts'
import type { ValueReader } from './reader.ts'

/** The same length with the same offsets, whatever lower case does to single letters. */
const lowered = (text: string, locale: string): string => {
  const lower = text.toLocaleLowerCase(locale)
  return lower.length === text.length
    ? lower
    : text.toLowerCase().padEnd(text.length).slice(0, text.length)
}

/** Every value of a text in its order. Literals (addresses, identifiers, versions) are not among them. */
export function valuesIn(text: string, reader: ValueReader): Found[] {
  const { decimal, group } = reader.separators
  let rest = lowered(westernDigits(text, decimal, group), reader.locale)
  const blank = (start: number, end: number): void => {
    rest = rest.slice(0, start) + '\u0000'.repeat(end - start) + rest.slice(end)
  }
  for (const { start, end } of literalsIn(westernDigits(text, decimal, group))) blank(start, end)
  const found: Found[] = []
  const add = (
    one: { start: number; end: number; readings: readonly Reading[] },
    isDate: boolean,
  ): void => {
    found.push({
      start: one.start,
      end: one.end,
      text: text.slice(one.start, one.end),
      readings: one.readings,
      foreign: [],
      kind: 'digits',
      unit: null,
      isDate,
    })
    blank(one.start, one.end)
  }
  for (const date of reader.calendar.dates(rest)) add(date, true)
  for (const time of reader.readTimes(rest)) add(time, false)
  for (const number of numbersIn(rest, reader)) {
    found.push({ ...number, text: text.slice(number.start, number.end) })
    blank(number.start, number.end)
  }
  const word = (
    { start, end }: { start: number; end: number },
    readings: readonly Reading[],
    kind: 'word' | 'loose',
  ): void => {
    const said = text.slice(start, end)
    found.push({ start, end, text: said, readings, foreign: [], kind, unit: null, isDate: false })
  }
  // "May" may be no month.
  for (const month of reader.calendar.months(rest)) word(month, month.readings, 'loose')
  for (const spelled of reader.readWords(rest))
    word(spelled, [[`n${spelled.value}`]], spelled.loose ? 'loose' : 'word')
  return found.toSorted((a, b) => a.start - b.start)
}
