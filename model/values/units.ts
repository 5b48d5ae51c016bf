/** Names and signs of units and currencies in one language, by how they are written in lower case. */
export type Units = ReadonlyMap<string, ReadonlySet<string>>

/** Those that incident reports speak of; a sign that several share names them all. */
const CURRENCIES = [
  ...[
    'USD',
    'EUR',
    'GBP',
    'JPY',
    'CNY',
    'CHF',
    'CAD',
    'AUD',
    'NZD',
    'SEK',
    'NOK',
    'DKK',
    'PLN',
    'CZK',
    'HUF',
  ],
  ...[
    'RUB',
    'TRY',
    'INR',
    'BRL',
    'MXN',
    'ZAR',
    'KRW',
    'SGD',
    'HKD',
    'TWD',
    'ILS',
    'AED',
    'SAR',
    'EGP',
  ],
]
/** ECMA-402's simple units that stand in reports; the rest are of the kitchen and the workshop. */
const UNITS = [
  ...[
    'bit',
    'byte',
    'kilobit',
    'kilobyte',
    'megabit',
    'megabyte',
    'gigabit',
    'gigabyte',
    'terabit',
    'terabyte',
  ],
  ...[
    'petabyte',
    'millisecond',
    'second',
    'minute',
    'hour',
    'day',
    'week',
    'month',
    'year',
    'percent',
  ],
  ...[
    'meter',
    'kilometer',
    'centimeter',
    'millimeter',
    'gram',
    'kilogram',
    'celsius',
    'fahrenheit',
  ],
]
/** Numbers that bring out every plural form of CLDR's languages. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 1.5]

/** All that `Intl` calls each unit and each currency in a language. */
export function unitsOf(locale: string): Units {
  const units = new Map<string, Set<string>>()
  const add = (name: string | undefined, unit: string): void => {
    const key = (name ?? '')
      .replace(/[\s\u200E\u200F\u061C]+/gu, ' ')
      .trim()
      .toLocaleLowerCase(locale)
    // A single letter is a unit, a number of a figure, a size or a name.
    if (/^$|^\p{L}$|\d/u.test(key)) return
    for (const one of [key, key.replace(/\.$/, '')]) {
      const known = units.get(one)
      if (known) known.add(unit)
      else units.set(one, new Set([unit]))
    }
  }
  for (const unit of UNITS)
    for (const unitDisplay of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })
      for (const count of COUNTS)
        add(format.formatToParts(count).find(({ type }) => type === 'unit')?.value, unit)
    }
  for (const sign of ['%', '٪', '％']) add(sign, 'percent')
  for (const currency of CURRENCIES) {
    add(currency, currency)
    for (const currencyDisplay of ['symbol', 'narrowSymbol', 'name'] as const) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
      for (const count of currencyDisplay === 'name' ? [1, 2, 5, 100] : [1])
        add(format.formatToParts(count).find(({ type }) => type === 'currency')?.value, currency)
    }
  }
  return units
}
