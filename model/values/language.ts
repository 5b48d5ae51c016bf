import * as v from 'valibot'

const Word = v.pipe(v.string(), v.minLength(1), v.maxLength(40))
const Words = v.record(Word, v.pipe(v.number(), v.minValue(0)))

/**
 * What a language has to be known for to read the values in its texts, beyond what `Intl` says (digits, separators, names
 * of months, currencies and units, the order of a date). Words are compared in lower case.
 */
export const ValuesSchema = v.strictObject({
  /**
   * Number words and ordinals by value; longer numbers are made of them. After the spellout rules of CLDR (`rbnf`), which
   * ECMA-402 does not give to programs; ordinals in the forms that stand in running text.
   */
  words: Words,
  /** Words that may stand for a number and need not: articles, "both", "twice", "each". */
  loose: Words,
  /** What joins the parts of a number: "and", "und". */
  links: v.array(Word),
  /** The parts of a number are written as one word, or there are no spaces at all. */
  joined: v.boolean(),
  /** Words and signs after digits that multiply them: the power of ten. After CLDR's compact formats. */
  scales: v.record(Word, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(18))),
  /**
   * What the word for a unit of ECMA-402 begins with, where a language inflects it beyond the forms that `Intl` has:
   * Finnish “prosentissa”. After the stems of its declension.
   */
  unitStems: v.optional(v.record(Word, v.array(Word))),
  /** What may stand between a day, a month and a year, after CLDR's long dates. */
  dateLinks: v.array(Word),
  /** What is put to the name of a month beside the forms that `Intl` has. */
  monthEndings: v.array(Word),
  /** What follows the hour, the minute and the second of a clock time, and what follows the hour alone. After CLDR and national practice. */
  clock: v.strictObject({ hour: v.array(Word), minute: v.array(Word), second: v.array(Word) }),
  /** Halves of the day beside CLDR's. */
  halves: v.strictObject({ am: v.array(Word), pm: v.array(Word) }),
  /** What sets groups of three digits apart in practice beside CLDR's sign. */
  groups: v.array(v.pipe(v.string(), v.length(1))),
})
export type ValueWords = v.InferOutput<typeof ValuesSchema>

/** For a language that nothing is known of: digits are read, words are not. */
export const NO_WORDS: ValueWords = {
  words: {},
  loose: {},
  links: [],
  joined: false,
  scales: {},
  dateLinks: [],
  monthEndings: [],
  clock: { hour: [], minute: [], second: [] },
  halves: { am: [], pm: [] },
  groups: [],
}
