import type { Counts } from './count.ts'
import type { Readability, Reading } from './language.ts'

/** Fewer words than these say nothing: Flesch took samples of a hundred. */
const SAMPLE = 100

/**
 * Reading ease from about 0 (hard) to about 100 (easy), or undefined where there is too little text.
 *
 * Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), 221–233, and who carried it into
 * other languages with other weights: Kandel & Moles 1958 (French), Fernández Huerta 1959 (Spanish), Douma 1960
 * (Dutch), Amstad 1978 (German), Franchina & Vacca 1986 (Italian). The weights stand in `locales/`.
 */
export function readingEase(
  { inSentences: { sentences, words, syllables } }: Counts,
  formula: Readability,
): number | undefined {
  if (words < SAMPLE || sentences === 0) return undefined
  return (
    formula.base - formula.perWord * (words / sentences) - formula.perSyllable * (syllables / words)
  )
}

/** From hard to easy, by the steps of Flesch's table; the others keep to his scale. */
const GRADES = [
  [30, 'veryHard'],
  [50, 'hard'],
  [60, 'fairlyHard'],
  [70, 'plain'],
  [80, 'fairlyEasy'],
  [90, 'easy'],
] as const
export type Grade = (typeof GRADES)[number][1] | 'veryEasy'

export const gradeOf = (ease: number): Grade =>
  GRADES.find(([below]) => ease < below)?.[1] ?? 'veryEasy'

/** How long it takes to read, in whole minutes; a text that has something takes at least one. */
export const minutesToRead = (counts: Counts, { unit, perMinute }: Reading): number =>
  Math.ceil(counts[unit] / perMinute)
