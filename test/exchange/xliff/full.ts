import type { Postmortem } from '../../../model/document/postmortem.ts'
import { TRANSLATION_STATES, type Translation } from '../../../model/document/translation.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import { FULL_LOCALES, fullDocument as inLocale } from '../../fixtures/full/document.ts'

const SOURCE = 'en'

/** The postmortem that uses every construct, written in one language and translated into the others. */
export const fullDocument = (): Postmortem => ({
  ...inLocale(SOURCE),
  locales: FULL_LOCALES.filter((locale) => locale !== SOURCE),
})

/** Its translations, of every state in turn; one in eleven was made from a source that is another one by now. */
export function fullTranslations(): Translation[] {
  const sources = new Map(unitsOf(fullDocument()).map(({ id, content }) => [id, content]))
  return fullDocument().locales.flatMap((locale) =>
    unitsOf(inLocale(locale as 'ja'))
      .filter(({ id }) => sources.has(id))
      .map(({ id, content }, index): Translation => ({
        unit: id,
        locale,
        content,
        state: TRANSLATION_STATES[index % TRANSLATION_STATES.length]!,
        origin: 'human',
        sourceHash: index % 11 === 10 ? 'f'.repeat(64) : contentHash(sources.get(id)!),
        changedAt: '2026-04-01T08:00:00.000Z',
      })),
  )
}
