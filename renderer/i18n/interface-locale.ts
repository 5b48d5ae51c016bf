import { match } from '@formatjs/intl-localematcher'
import { interfaceLocales } from '../../locales/interface-words.ts'

/** The language in which the interface is written first; every other is held against it. */
export const FALLBACK = 'en'

/**
 * The interface language for a person: the one they chose, or the best fit for what the system prefers, among those
 * that there are words for.
 */
export function interfaceLocale(chosen: string | null, preferred: readonly string[]): string {
  const wanted = chosen === null ? preferred : [chosen]
  return match(wanted, interfaceLocales(), FALLBACK)
}
