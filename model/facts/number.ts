import type { NumberValue } from '../document/fact.ts'
import { numberFormat } from './formats.ts'

/** ECMA-402 takes a decimal as text since ES2023 (Intl.NumberFormat v3), so no digit goes through a double. */
const exact = (value: string): Intl.StringNumericLiteral => value as Intl.StringNumericLiteral

/** The digits after the point as they were stated: `2.50` keeps its zero, `366` gets none. */
const stated = (value: string): number => value.split('.')[1]?.length ?? 0

/**
 * A number in the digits, separators and unit words of a locale (CLDR by way of ECMA-402 Intl.NumberFormat). A whole
 * amount of money stays whole; one with a fraction has at least the digits that its currency has.
 */
export function readNumber({ value, unit, currency }: NumberValue, locale: string): string {
  const digits = stated(value)
  if (currency === null)
    return numberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      ...(unit === null ? {} : { style: 'unit', unit, unitDisplay: 'long' }),
    }).format(exact(value))
  const usual = numberFormat('en', { style: 'currency', currency }).resolvedOptions()
  const fraction = digits === 0 ? 0 : Math.max(digits, usual.minimumFractionDigits ?? 0)
  return numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  }).format(exact(value))
}
