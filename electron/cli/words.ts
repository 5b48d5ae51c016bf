import { match } from '@formatjs/intl-localematcher'
import { createInstance, type TFunction } from 'i18next'
import { interfaceLocales, interfaceResources } from '../../locales/interface-words.ts'
import { canonicalLocale } from '../../model/document/locale.ts'
import type { Failure } from '../../model/errors/result.ts'

/** Where none of the person's languages is there, as in the window. */
const FALLBACK = 'en'

/**
 * The person's locale: POSIX names it in the environment (`nl_BE.UTF-8`); where nothing is named there, or the `C`
 * locale, it is what `Intl` knows of the system.
 */
export function environmentLocale(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  const tag = named.replace(/[.@].*$/, '').replaceAll('_', '-')
  const known = /^(C|POSIX|)$/.test(tag) ? undefined : canonicalLocale(tag)
  return known ?? canonicalLocale(new Intl.DateTimeFormat().resolvedOptions().locale) ?? FALLBACK
}

/** What the command line says, in the person's language. */
export interface Words {
  readonly locale: string
  readonly t: TFunction
  /** A code with its sentence, as it stands on stderr. */
  readonly failure: (failure: Failure) => string
}

export function createWords(system: string): Words {
  const locale = match([system], interfaceLocales(), FALLBACK)
  const i18n = createInstance()
  void i18n.init({
    lng: locale,
    fallbackLng: FALLBACK,
    resources: interfaceResources,
    ns: ['cli', 'errors', 'checks', 'exchange', 'service'],
    defaultNS: 'cli',
    interpolation: { escapeValue: false }, // a terminal, no HTML
    initAsync: false,
  })
  return {
    locale,
    t: i18n.t,
    // the id of an occurrence in the log must not hide an id that the sentence is about
    failure: ({ code, params, id }) =>
      `${code}: ${i18n.t(code, { ns: 'errors', ...(id === undefined ? {} : { id }), ...params })}`,
  }
}
