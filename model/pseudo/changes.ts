import type { Change } from '../document/change.ts'
import type { DocumentState } from '../document/state.ts'
import { isDone, unitsInLocale, type UnitInLocale } from '../units/locale-view.ts'
import { isPseudo, pseudoText } from './pseudo.ts'

/** The name that stands for the engine where nobody translated at all. */
const ENGINE = 'pseudo'

const isPseudoUnit = ({ translation }: UnitInLocale): boolean =>
  translation !== undefined && isPseudo(translation.content)

/**
 * The changes that fill a locale with pseudo-text, to be made as one step: what nobody translated, and what is pseudo-text of an
 * older source. Whatever a person wrote or confirmed stays.
 */
export const pseudoChanges = (state: DocumentState, locale: string, now: string): Change[] =>
  unitsInLocale(state.document, state.translations, locale)
    .filter((item) => item.state === 'untranslated' || (isPseudoUnit(item) && !isDone(item)))
    .map(({ unit, sourceHash }) => ({
      type: 'translation.put',
      translation: {
        unit: unit.id,
        locale,
        content: pseudoText(unit.content),
        state: 'draft',
        origin: 'machine',
        engine: ENGINE,
        sourceHash,
        changedAt: now,
      },
    }))

/** The changes that take every pseudo-text out of a locale again, whatever became of it. */
export const withoutPseudo = (state: DocumentState, locale: string): Change[] =>
  unitsInLocale(state.document, state.translations, locale)
    .filter(isPseudoUnit)
    .map(({ unit }) => ({ type: 'translation.remove', unit: unit.id, locale }))
