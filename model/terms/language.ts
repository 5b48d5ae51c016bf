import * as v from 'valibot'

const Letters = v.pipe(v.string(), v.minLength(1), v.maxLength(12))

/** What an ending belongs to. `name`: it stands on names too, as a genitive does. */
export const WORD_CLASSES = ['noun', 'verb', 'adjective', 'name'] as const
export type WordClass = (typeof WORD_CLASSES)[number]

const EndingSchema = v.strictObject({
  /** The letters at the end of a form. */
  end: v.pipe(v.string(), v.maxLength(12)),
  /** What the form begins with besides, as participles do. */
  start: v.optional(Letters),
  /** What the word may have in their place; nothing where it is left out. */
  put: v.optional(v.array(v.pipe(v.string(), v.maxLength(12)))),
  for: v.pipe(v.array(v.picklist(WORD_CLASSES)), v.minLength(1)),
  /** Endings of words that only look like this one. */
  not: v.optional(v.array(Letters)),
  /** Letters that stay; three where it is left out. */
  least: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

/**
 * How a language changes its words, as far as terms need it to be found again: light rules and no dictionary, in the manner of
 * light stemmers (D. Harman, “How effective is suffixing?”, JASIS 42(1), 1991; J. Savoy, “Light stemming approaches for the
 * French, Portuguese, German and Hungarian languages”, SAC 2006; L. Larkey et al., “Light stemming for Arabic information
 * retrieval”, 2007). A form may come of several words; two words are one where they may come of the same.
 */
export const InflectionSchema = v.strictObject({
  endings: v.array(EndingSchema),
  /** What is written together with the word behind it: articles, conjunctions, prepositions. */
  before: v.optional(v.array(Letters)),
  /** What spelling does to a stem before an ending. */
  stem: v.optional(
    v.strictObject({
      /** A last consonant is doubled. */
      doubles: v.boolean(),
      /** Vowels that are written once in place of twice. */
      shortens: v.optional(Letters),
      /** A last letter that becomes another one, by what it becomes. */
      finals: v.optional(v.record(Letters, Letters)),
    }),
  ),
  /** Vowels that an ending changes, by what they become. */
  vowels: v.optional(v.record(Letters, Letters)),
  /** Letters that are written for each other, by the one that counts. */
  letters: v.optional(v.record(Letters, v.string())),
  /** Its marks on letters are left out as readers please. */
  looseMarks: v.optional(v.boolean()),
  /** Nouns are written together; of each part at least so many letters, and what stands between. */
  compounds: v.optional(
    v.strictObject({
      least: v.pipe(v.number(), v.integer(), v.minValue(3)),
      links: v.array(Letters),
    }),
  ),
})
export type Inflection = v.InferOutput<typeof InflectionSchema>

/** Of a language that nobody wrote down: its words are as they stand. */
export const UNINFLECTED: Inflection = { endings: [] }
