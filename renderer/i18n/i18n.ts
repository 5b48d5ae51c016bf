import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { interfaceResources } from '../../locales/interface-words.ts'
import { directionOf } from '../../model/document/locale.ts'
import { FALLBACK } from './interface-locale.ts'

/** The interface's words, complete in memory, so that switching the language is immediate. */
export const words: i18n = createInstance()

void words.use(initReactI18next).init({
  resources: interfaceResources,
  lng: FALLBACK,
  fallbackLng: FALLBACK,
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** Puts the whole window into a language: its words, and the language and direction of the page. */
export async function setInterfaceLocale(locale: string): Promise<void> {
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  if (words.language !== locale) await words.changeLanguage(locale)
}
