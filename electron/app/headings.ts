import { match } from '@formatjs/intl-localematcher'
import { createInstance } from 'i18next'
import { interfaceLocales, interfaceResources } from '../../locales/interface-words.ts'
import type { Headings } from '../exchange/docx/write.ts'

/** Where neither language has words. */
const FALLBACK = 'en'

/** What a table for translators says by itself: in the language that it is translated from, which its reader knows. */
export function headingsIn(sourceLocale: string, locale: string, title: string): Headings {
  const i18n = createInstance()
  void i18n.init({
    lng: match([sourceLocale, locale], interfaceLocales(), FALLBACK),
    fallbackLng: FALLBACK,
    resources: interfaceResources,
    ns: ['exchange'],
    defaultNS: 'exchange',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  const { t } = i18n
  return {
    title,
    guide: t('guide'),
    id: t('column.id'),
    source: t('column.source'),
    target: t('column.target'),
  }
}
