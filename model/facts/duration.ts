import type { DurationValue } from '../document/fact.ts'
import { numberFormat, unitList } from './formats.ts'

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/**
 * A duration as it was stated, in the words of a locale: `PT25M` is "25 minutes" and never "0.4 hours".
 *
 * This is the long style of ECMA-402 `Intl.DurationFormat` as its specification builds it: each unit by
 * `Intl.NumberFormat`, joined by `Intl.ListFormat` of type unit. It is written out because a duration here is text
 * that may exceed a double, and one of nothing ("0 minutes") must not read as an empty string. A test holds it
 * against `Intl.DurationFormat`.
 */
export function readDuration({ duration }: DurationValue, locale: string): string {
  const amounts = ISO.exec(duration)?.slice(1) ?? []
  const stated = UNITS.flatMap((unit, index) => {
    const amount = amounts[index]
    return amount === undefined ? [] : [{ unit, amount }]
  })
  const told = stated.filter(({ amount }) => !/^0+$/.test(amount))
  const read = (told.length > 0 ? told : stated.slice(-1)).map(({ unit, amount }) =>
    numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
      amount as Intl.StringNumericLiteral,
    ),
  )
  return unitList(locale).format(read)
}
