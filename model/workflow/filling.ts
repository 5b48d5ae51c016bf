import type { Change } from '../document/change.ts'
import type { DocumentState } from '../document/state.ts'
import { unitsInLocale } from '../units/locale-view.ts'

/**
 * Of changes that fill a locale, those that still fit: time went by while they were made, and what a person wrote or changed in the
 * meantime stays as it is.
 */
export function stillFitting(
  changes: readonly Change[],
  state: DocumentState,
  locale: string,
): Change[] {
  const open = new Map(
    unitsInLocale(state.document, state.translations, locale)
      .filter((item) => item.state === 'untranslated')
      .map(({ unit, sourceHash }) => [unit.id, sourceHash]),
  )
  return changes.filter(
    (change) =>
      change.type === 'translation.put' &&
      open.get(change.translation.unit) === change.translation.sourceHash,
  )
}
