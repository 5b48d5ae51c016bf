import type { Rendering } from './rendering.ts'

/** A number that stands by itself, as of a note or a sheet, in the digits of the locale. */
export const digits = ({ locale }: Rendering, number: number): string =>
  new Intl.NumberFormat(locale, { useGrouping: false }).format(number)
