import { directionOf } from '../../../model/document/locale.ts'

/**
 * A locale as Word knows languages: with the region that is likely where none is named, and with a script only where that is
 * not the usual one there (CLDR, likely subtags).
 */
export function officeLanguage(locale: string): string {
  const { language, script, region } = new Intl.Locale(locale).maximize()
  const short = region === undefined ? language : `${language}-${region}`
  return script === undefined || new Intl.Locale(short).maximize().script === script
    ? short
    : `${language}-${script}${region === undefined ? '' : `-${region}`}`
}

/** What a run says of its language: Word keeps one for each kind of script (ISO/IEC 29500-1, 17.3.2.20). */
export function languageOf(locale: string) {
  const tag = officeLanguage(locale)
  return directionOf(locale) === 'rtl'
    ? { bidirectional: tag }
    : { value: tag, eastAsia: tag, bidirectional: tag }
}
