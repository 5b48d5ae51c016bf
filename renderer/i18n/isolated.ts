import { words } from './i18n.ts'

/** The blocks of Unicode whose letters run from right to left. */
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/**
 * What stands in a sentence of the window, each text in its own direction (Unicode's FSI and PDI): the marks at the end of a
 * quotation in another script stay at its end. Where all runs in one direction it is left as it is.
 */
export function isolated<V>(params: Readonly<Record<string, V>>): Record<string, V | string> {
  const always = words.dir() === 'rtl'
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && (always || FROM_THE_RIGHT.test(value))
        ? `\u2068${value}\u2069`
        : value,
    ]),
  )
}
