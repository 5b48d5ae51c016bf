import { ORIGINS } from '../document/translation.ts'
import { distance } from './distance.ts'
import { marksIn, numbersIn, punctuationIn, type Profile } from './profile.ts'
import type { Tokens } from './tokens.ts'

/** Below this a match is more work to mend than to write anew, and nothing is looked for. In per cent. */
export const LEAST_SCORE = 50
/** The best that a text with other words can have. */
const OTHER_WORDS = 94
/** The least that a text with the same words has. */
const SAME_WORDS = 95

/**
 * How alike two texts are by their words alone: 100 × (1 − distance / length of the longer), rounded down, which is what
 * translators know as a fuzzy match. 100 where they are the same, 0 where it is less than `least`.
 */
export function wordScore(a: Tokens, b: Tokens, least: number): number {
  const length = Math.max(a.length, b.length)
  if (length === 0) return 0
  const most = Math.floor(((100 - least) * length) / 100)
  const apart = distance(a, b, most)
  return apart > most ? 0 : Math.floor((100 * (length - apart)) / length + 1e-9)
}

/**
 * 100 for the same text with the same marks, 95 to 99 where only case, marks, punctuation or numbers differ, else by the
 * words and at most 94. 0 where it is less than `least`. In per cent.
 */
export function scoreOf(a: Profile, b: Profile, least: number = LEAST_SCORE): number {
  if (a.coded === b.coded) return 100
  const words = wordScore(a.tokens, b.tokens, least)
  if (words < 100) return Math.min(words, OTHER_WORDS)
  const less =
    1 +
    (marksIn(a) === marksIn(b) ? 0 : 1) +
    (punctuationIn(a) === punctuationIn(b) ? 0 : 1) +
    (numbersIn(a) === numbersIn(b) ? 0 : 2)
  return Math.max(100 - less, SAME_WORDS)
}

/** Where an entry of the memory comes from: as translations do, or from a file of another program. */
export const ENTRY_ORIGINS = [...ORIGINS, 'file'] as const
export type EntryOrigin = (typeof ENTRY_ORIGINS)[number]

/**
 * What is taken off for where a translation comes from, in per cent: texts that were paired by their order in two files may
 * be paired wrongly, and a machine's were confirmed by somebody who did not write them.
 */
const PENALTIES: Readonly<Record<EntryOrigin, number>> = {
  human: 0,
  memory: 0,
  propagated: 0,
  imported: 1,
  machine: 3,
  file: 0,
}
/** The same where it is for another region: British English, and American wanted. */
const OTHER_REGION = 1

export interface Circumstances {
  readonly origin: EntryOrigin
  readonly sameRegion: boolean
  /** It is the same unit by its id: of a copy of the postmortem. */
  readonly sameUnit: boolean
  /** The texts before and after it are the same. */
  readonly sameNeighbours: boolean
}

/** What a score is worth: 101 and 102 where an exact match is the same unit, stands between the same texts, or both. */
export function gradeOf(score: number, circumstances: Circumstances): number {
  const { origin, sameRegion, sameUnit, sameNeighbours } = circumstances
  const penalty = PENALTIES[origin] + (sameRegion ? 0 : OTHER_REGION)
  if (score < 100 || penalty > 0) return Math.max(0, score - penalty)
  return score + (sameUnit ? 1 : 0) + (sameNeighbours ? 1 : 0)
}
