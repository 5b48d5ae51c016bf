import { UNINFLECTED, type Inflection } from '../model/terms/language.ts'
import { languageData } from './language-data.ts'

/** How the language of a locale changes its words; not at all where nobody wrote it down. */
export const inflectionOf = (locale: string): Inflection =>
  languageData(locale)?.inflection ?? UNINFLECTED
