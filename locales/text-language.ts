import { LATIN_MARKS, type TextLanguage } from '../model/checks/translation/language.ts'
import { registerOf } from '../model/checks/translation/register-words.ts'
import { valueReader } from '../model/values/reader.ts'
import { languageData } from './language-data.ts'

const made = new Map<string, TextLanguage>()

/** What the checks of translations know about a locale. Made once: names of months and units are asked of `Intl` for it. */
export function textLanguage(locale: string): TextLanguage {
  let language = made.get(locale)
  if (language === undefined) {
    const data = languageData(locale)
    language = {
      locale,
      reader: valueReader(locale, data?.values ?? null),
      typography: data?.typography ?? null,
      marks: data?.marks ?? LATIN_MARKS,
      doubles: new Set(data?.doubles),
      register: data?.register === undefined ? null : registerOf(data.register),
    }
    made.set(locale, language)
  }
  return language
}
