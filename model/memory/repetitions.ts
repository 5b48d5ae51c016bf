import type { Change } from '../document/change.ts'
import type { DocumentState } from '../document/state.ts'
import { isBlank } from '../document/text.ts'
import type { Translation } from '../document/translation.ts'
import { contentHash } from '../units/hash.ts'
import { unitInLocale, type UnitInLocale } from '../units/locale-view.ts'
import { unitsOf } from '../units/unit.ts'

/** The other units that say the same in the source as one that was just translated. */
export interface Repetitions {
  /** Untranslated, or a draft that nobody wrote: these may be filled. */
  readonly open: readonly UnitInLocale[]
  /** Confirmed, or written by a person, with other words: nobody but a person may write over these. */
  readonly kept: readonly UnitInLocale[]
}

/** Where else in the document the source of a unit stands, and is not translated in the same way. */
export function repetitionsOf(
  { document, translations }: DocumentState,
  locale: string,
  unit: string,
): Repetitions {
  const ofLocale = translations.get(locale)
  const translation = ofLocale?.get(unit)
  const all = unitsOf(document)
  const source = all.find(({ id }) => id === unit)
  const none = { open: [], kept: [] }
  if (source === undefined || translation === undefined || isBlank(translation.content)) return none
  const hash = contentHash(source.content)
  const words = contentHash(translation.content)
  const others = all
    .filter(({ id, content }) => id !== unit && contentHash(content) === hash)
    .map((one) => unitInLocale(one, ofLocale?.get(one.id)))
    .filter(
      (one) => one.translation === undefined || contentHash(one.translation.content) !== words,
    )
  const isOpen = ({ state, translation: there }: UnitInLocale): boolean =>
    state === 'untranslated' || (state === 'draft' && there?.origin !== 'human')
  return { open: others.filter(isOpen), kept: others.filter((one) => !isOpen(one)) }
}

/**
 * The changes that give units the translation of another whose source says the same, to be made as one step. They become
 * drafts: somebody has to read them where they stand.
 */
export const propagating = (
  translation: Translation,
  units: readonly UnitInLocale[],
  now: string,
): Change[] =>
  units.map(({ unit, sourceHash }) => ({
    type: 'translation.put',
    translation: {
      unit: unit.id,
      locale: translation.locale,
      content: translation.content,
      state: 'draft',
      origin: 'propagated',
      sourceHash,
      changedAt: now,
    },
  }))
