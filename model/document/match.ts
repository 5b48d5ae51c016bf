import { match } from '@formatjs/intl-localematcher'

const maximized = (tag: string): string => {
  const { language, script } = new Intl.Locale(tag).maximize()
  return `${language}-${script ?? ''}`
}

/**
 * The one of `available` that a reader of `locale` reads, or undefined. It is always the same language in the same
 * script by CLDR's likely subtags: `nl-BE` finds `nl`, `zh-TW` finds `zh-Hant` and never `zh-Hans`, and a locale
 * whose language is not there finds nothing, because another language must never stand in. Between regions the
 * nearest by CLDR's language matching is taken (`pt-AO` finds `pt-PT` before `pt-BR`).
 *
 * Tags are canonical BCP 47; `available` may be in any order.
 */
export function matchLocale(locale: string, available: readonly string[]): string | undefined {
  if (available.includes(locale)) return locale
  // Likely subtags make English of "undetermined".
  if (/^und\b/.test(locale)) return undefined
  const wanted = maximized(locale)
  const candidates = available.filter((tag) => maximized(tag) === wanted)
  if (candidates.length < 2) return candidates[0]
  return match([locale], candidates, candidates[0]!, { algorithm: 'best fit' })
}
