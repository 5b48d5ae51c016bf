import { factWords, publicationWords } from '../../locales/publication-words.ts'
import { BOUNDS, type Bound } from '../../model/document/fact.ts'
import type { FactWords } from '../../model/facts/read.ts'

const bare = Object.fromEntries(BOUNDS.map((bound) => [bound, '{value}'])) as Record<Bound, string>
const BARE: FactWords = { bounds: bare, timeBounds: bare, withheld: '\u{2026}' }

/**
 * The words that facts are read out with in a list or a file name. A locale without a pack reads the bare value:
 * enough to know a postmortem by, while publishing it is refused with LABELS_MISSING.
 */
export function wordsFor(locale: string): FactWords {
  const words = publicationWords(locale)
  return words ? factWords(words) : BARE
}
