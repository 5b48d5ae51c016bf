const made = new Map<string, unknown>()

/** Making an `Intl` formatter costs far more than using it; a document reads the same few shapes over and over. */
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

export const dateFormat = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat =>
  once(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))

export const numberFormat = (
  locale: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat =>
  once(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))

export const unitList = (locale: string): Intl.ListFormat =>
  once(`list ${locale}`, () => new Intl.ListFormat(locale, { type: 'unit', style: 'long' }))
