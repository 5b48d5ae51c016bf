import { pairedMarks } from './brackets.ts'
import { characters } from './characters.ts'
import { codes } from './codes.ts'
import { literals } from './literals.ts'
import { marks } from './marks.ts'
import { numbers } from './numbers.ts'
import { isSilent, type Finding, type Pair } from './pair.ts'
import { spacing } from './spacing.ts'
import { words } from './words.ts'

const CHECKS = [numbers, literals, codes, marks, spacing, pairedMarks, characters, words]

/** All that is found in one text and its translation. It reads nothing but these two; of a blank one it says nothing. */
export const checkPair = (pair: Pair): Finding[] =>
  isSilent(pair.source) || isSilent(pair.target) ? [] : CHECKS.flatMap((check) => check(pair))
