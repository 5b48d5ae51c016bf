/**
 * What a memory is kept apart by: a language with its script on each side, as `en-Latn ja-Jpan`. Regions stand together; a match
 * for another one is worth a little less.
 */
export function pairOf(from: string, to: string): string {
  return `${languageOf(from)} ${languageOf(to)}`
}

const languages = new Map<string, string>()

/** Language and script of a BCP 47 tag, the script as likely subtags have it (UTS #35). */
export function languageOf(locale: string): string {
  let known = languages.get(locale)
  if (known === undefined) {
    const { language, script } = new Intl.Locale(locale).maximize()
    known = script === undefined ? language : `${language}-${script}`
    languages.set(locale, known)
  }
  return known
}
