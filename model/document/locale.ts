import * as v from 'valibot'

/** The canonical form of a BCP 47 language tag (RFC 5646), or undefined where it is not one. */
export function canonicalLocale(tag: string): string | undefined {
  if (tag.length > 64) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** Accepts canonical tags only: what is stored is compared as a string. */
export const LocaleSchema = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((tag) => canonicalLocale(tag) === tag, 'not a canonical BCP 47 tag'),
)
export type Locale = string

/** Writing direction of a locale's script, from CLDR by way of `Intl.Locale`. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  // `getTextInfo` is the standard's name; `textInfo` is what older engines have.
  const info = new Intl.Locale(locale) as Intl.Locale & {
    getTextInfo?: () => { direction: string }
    textInfo?: { direction: string }
  }
  return (info.getTextInfo?.() ?? info.textInfo)?.direction === 'rtl' ? 'rtl' : 'ltr'
}
