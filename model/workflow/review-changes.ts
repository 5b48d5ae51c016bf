import { piecesOf, type Piece } from '../history/pieces.ts'
import type { DocumentState } from '../document/state.ts'
import type { Content } from '../document/text.ts'
import type { Translation } from '../document/translation.ts'
import { unitsInLocale, type UnitInLocale } from '../units/locale-view.ts'
import { contentHash } from '../units/hash.ts'

/** What a reviewer made of a unit: the words that the translator had confirmed, and those that stand now. */
export interface ReviewChange {
  readonly unit: UnitInLocale
  readonly translation: Translation
  readonly before: Content
  readonly pieces: readonly Piece[]
}

/**
 * Every translation into a language that was changed after its translator had confirmed it, in reading order, word by
 * word. What the translator confirmed again is the translator's own.
 */
export const reviewChanges = (
  { document, translations }: DocumentState,
  locale: string,
  words: (content: Content) => string[],
): ReviewChange[] =>
  unitsInLocale(document, translations, locale).flatMap((unit) => {
    const { translation, state } = unit
    const before = translation?.confirmed
    if (translation === undefined || before === undefined || state === 'untranslated') return []
    if (contentHash(before) === contentHash(translation.content)) return []
    const pieces = piecesOf(words(before), words(translation.content))
    return [{ unit, translation, before, pieces }]
  })
