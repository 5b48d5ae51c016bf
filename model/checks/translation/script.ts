const PARTS: Readonly<Record<string, string>> = {
  Jpan: String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`,
  Kore: String.raw`\p{Script=Hangul}\p{Script=Han}`,
  Hans: String.raw`\p{Script=Han}`,
  Hant: String.raw`\p{Script=Han}`,
}
const known = new Map<string, RegExp | null>()

function made(locale: string): RegExp | null {
  const script = new Intl.Locale(locale).maximize().script ?? ''
  try {
    return new RegExp(`[${PARTS[script] ?? String.raw`\p{Script=${script}}`}]`, 'u')
  } catch {
    return null
  }
}

/** A letter of the script that a language is written in (CLDR's likely script); null where that is not known. */
export function scriptOf(locale: string): RegExp | null {
  if (!known.has(locale)) known.set(locale, made(locale))
  return known.get(locale)!
}
