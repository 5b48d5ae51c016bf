/**
 * A value as a text that is equal where the values are: `n` and a decimal number (`n1234.5`), `m` and a month (`m1`),
 * `t` and a time of day (`t14:05`).
 */
export type Key = string

/** One way to read what stands there; a date has several values. */
export type Reading = readonly Key[]

/** A value in a text. Offsets are UTF-16 units. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly text: string
  /** By the conventions of the language, what is likeliest first. */
  readonly readings: readonly Reading[]
  /** By the conventions of other languages: `1,234.5` in a text whose decimal sign is a comma. */
  readonly foreign: readonly Reading[]
  /**
   * How surely a number is meant: digits are; a number word is and may be gone in a translation for good reasons; loose
   * are words that may stand for a number.
   */
  readonly kind: 'digits' | 'word' | 'loose'
  /** The names of the units or the codes of the currencies that may be meant beside it, or null where there are none. */
  readonly unit: ReadonlySet<string> | null
  readonly isDate: boolean
}
