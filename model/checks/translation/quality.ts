import { pairedMarks } from './brackets.ts'
import { characters } from './characters.ts'
import { borders } from './borders.ts'
import { capitals } from './capitals.ts'
import { codes } from './codes.ts'
import { literals } from './literals.ts'
import { marks } from './marks.ts'
import { numbers } from './numbers.ts'
import { isSilent, type Finding, type Pair } from './pair.ts'
import { plurals } from './plurals.ts'
import { registers } from './register.ts'
import { sentences } from './sentences.ts'
import { spacing } from './spacing.ts'
import { style } from './style.ts'
import { tokens } from './tokens.ts'
import { words } from './words.ts'
import { zones } from './zones.ts'

const CHECKS = [
  ...[numbers, zones, plurals, literals, tokens, codes, marks, spacing, borders, pairedMarks],
  ...[style, characters, words, capitals, registers, sentences],
]

/** All that is found in one text and its translation. It reads nothing but these two; of a blank one it says nothing. */
export const checkPair = (pair: Pair): Finding[] =>
  isSilent(pair.source) || isSilent(pair.target) ? [] : CHECKS.flatMap((check) => check(pair))
