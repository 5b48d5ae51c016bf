import { piecesOf, wordsIn, type Piece } from '../history/pieces.ts'

/**
 * What a translator has to look at: the source of a match as it is (`removed`) beside the source at hand (`added`), word by
 * word. Both are plain texts in `locale`.
 */
export const differences = (matched: string, wanted: string, locale: string): Piece[] =>
  piecesOf(wordsIn(matched, locale), wordsIn(wanted, locale))
