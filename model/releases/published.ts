import type { Audience } from '../document/audience.ts'
import type { Postmortem } from '../document/postmortem.ts'
import { stateOf } from '../document/state.ts'
import type { Translation } from '../document/translation.ts'
import { documentForAudience, translationsForAudience } from '../units/audience-view.ts'
import { unitInLocale } from '../units/locale-view.ts'
import { allUnits, unitsOf } from '../units/unit.ts'
import type { Approval } from './manifest.ts'

/** What readers get: a document and its translations, cut to the audience, in these languages. */
export interface Published {
  readonly document: Postmortem
  readonly translations: readonly Translation[]
  readonly locales: readonly string[]
}

/** What an audience gets of a postmortem. Who confirmed a translation, and when, goes to nobody. */
export function publishedFor(
  document: Postmortem,
  translations: readonly Translation[],
  locales: readonly string[],
  audience: Audience,
): Published {
  const cut = documentForAudience(document, audience)
  const units = new Set(Array.from(allUnits(cut), ({ id }) => id))
  const texts = translationsForAudience(
    document,
    stateOf(document, translations).translations,
    audience,
  )
  return {
    document: cut,
    locales,
    translations: locales.flatMap((locale) =>
      [...(texts.get(locale)?.values() ?? [])]
        .filter(({ unit }) => units.has(unit))
        .map(({ by: _, confirmed: __, ...translation }) => translation),
    ),
  }
}

/** How far people stand by what is published, language by language. */
export function approvalsOf({ document, translations, locales }: Published): Approval[] {
  const units = unitsOf(document)
  const { translations: texts } = stateOf(document, translations)
  return locales
    .filter((locale) => locale !== document.sourceLocale)
    .map((locale) => {
      const count = { draft: 0, translated: 0, reviewed: 0, approved: 0 }
      for (const unit of units) {
        const { state } = unitInLocale(unit, texts.get(locale)?.get(unit.id))
        if (state !== 'untranslated') count[state]++
      }
      return { locale, units: units.length, ...count }
    })
}

/** Who confirmed the texts of each language that is published. */
export function peopleOf(
  { document, locales }: Published,
  translations: readonly Translation[],
): Record<string, string[]> {
  const units = new Set(Array.from(allUnits(document), ({ id }) => id))
  const names = (locale: string): string[] => [
    ...new Set(
      translations
        .filter((one) => one.locale === locale && units.has(one.unit) && one.state !== 'draft')
        .flatMap(({ by }) => by ?? []),
    ),
  ]
  return Object.fromEntries(locales.map((locale) => [locale, names(locale).toSorted()]))
}
