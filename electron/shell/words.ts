import { match } from '@formatjs/intl-localematcher'
import { createInstance, type TFunction } from 'i18next'
import { interfaceLocales, interfaceResources } from '../../locales/interface-words.ts'
import type { ErrorParams, Failure } from '../../model/errors/result.ts'

/** Where none of the person's languages is there, as in the window. */
const FALLBACK = 'en'

/** The interface words of the shell: its menu and its few dialogs, in the window's language. */
export interface Words {
  readonly locale: string
  readonly t: TFunction
  readonly sentence: (failure: Failure) => string
}

/** Names and paths keep their own direction within a sentence of the other one (Unicode's FSI and PDI). */
const isolated = (params: ErrorParams): ErrorParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  )

/** `chosen`: the language of the settings, or null for the system's, which come in the order of preference. */
export function createWords(chosen: string | null, system: readonly string[]): Words {
  const wanted = chosen === null ? system : [chosen]
  const valid = wanted.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1
    } catch {
      return false
    }
  })
  const locale = match(valid, interfaceLocales(), FALLBACK)
  const i18n = createInstance()
  void i18n.init({
    lng: locale,
    fallbackLng: FALLBACK,
    resources: interfaceResources as Record<string, Record<string, Record<string, string>>>,
    ns: ['menu', 'commands', 'errors'],
    defaultNS: 'menu',
    interpolation: { escapeValue: false }, // no HTML here
    initAsync: false,
  })
  return {
    locale,
    t: i18n.t,
    sentence: ({ code, params, id }) =>
      i18n.t(code, { ns: 'errors', ...(id === undefined ? {} : { id }), ...isolated(params) }),
  }
}
