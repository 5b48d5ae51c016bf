import type { QualityRule } from '../../../../model/checks/translation/rules.ts'
import type { Kinds } from './kind.ts'
import { COMMON } from './seeds.ts'
import { CODES } from './seeds-codes.ts'
import { MARKS } from './seeds-marks.ts'
import { VALUES } from './seeds-values.ts'
import { WORDS } from './seeds-words.ts'

/** Mistakes that are made into right pairs, each of which must be found. */
export const KINDS: Kinds = { ...COMMON, ...VALUES, ...CODES, ...MARKS, ...WORDS }

const NEEDS_TERMS = 'it takes a termbase that knows words of the pair: terms.test.ts makes one'
const NEEDS_OTHERS = 'it takes several texts, and no pair has it: whole.test.ts'
const NEEDS_PEOPLE = 'it is about who stands by a text, and not about its words: whole.test.ts'

/** Why a rule has no kind of mistake here. A new rule needs a kind or a line here. */
export const WITHOUT_KIND: Readonly<Partial<Record<QualityRule, string>>> = {
  'term-missing': NEEDS_TERMS,
  'term-forbidden': NEEDS_TERMS,
  'term-altered': NEEDS_TERMS,
  'term-forbidden-source': NEEDS_TERMS,
  'translation-differs': NEEDS_OTHERS,
  'source-differs': NEEDS_OTHERS,
  'register-differs': NEEDS_OTHERS,
  'match-unedited': NEEDS_PEOPLE,
  'state-draft': NEEDS_PEOPLE,
  'state-translated': NEEDS_PEOPLE,
  'state-reviewed': NEEDS_PEOPLE,
}
