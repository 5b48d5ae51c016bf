import type { NameValue } from '../document/fact.ts'
import { matchLocale } from '../document/match.ts'

/** A name as a locale writes it: its own form, or its language's in the same script, or the one that stands everywhere. */
export function readName({ name, locales }: NameValue, locale: string): string {
  const found = matchLocale(locale, Object.keys(locales))
  return found === undefined ? name : locales[found]!
}
