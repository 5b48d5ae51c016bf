import * as v from 'valibot'
import { MarksSchema } from '../model/checks/translation/language.ts'
import { RegisterSchema } from '../model/checks/translation/register-words.ts'
import { matchLocale } from '../model/document/match.ts'
import { SECTION_KINDS } from '../model/document/section.ts'
import { InflectionSchema } from '../model/terms/language.ts'
import { ReadabilitySchema, ReadingSchema } from '../model/measure/language.ts'
import { TypographySchema } from '../model/typography/typography.ts'
import { ValuesSchema } from '../model/values/language.ts'

const Phrases = v.array(v.pipe(v.string(), v.minLength(1)))

/**
 * What the app knows about a language when it reads text in it, or helps to write it. Phrases are compared without regard to case and
 * punctuation.
 */
export const LanguageDataSchema = v.strictObject({
  /** Headings that give a section its kind, as they are found in published postmortems. */
  headings: v.partial(
    v.strictObject(
      Object.fromEntries(SECTION_KINDS.map((kind) => [kind, Phrases])) as Record<
        (typeof SECTION_KINDS)[number],
        typeof Phrases
      >,
    ),
  ),
  /** Words in the sentence before a list that say what the list holds. */
  cues: v.partial(
    v.strictObject({
      finding: Phrases,
      lesson: Phrases,
      action: Phrases,
      question: Phrases,
      event: Phrases,
    }),
  ),
  /** How it sets quotations, dashes and spaces: by CLDR's delimiters and the practice of its printers. */
  typography: TypographySchema,
  /**
   * Word lists by the names of their files (cspell's tries), any of which may have a word, and the script they are in (ISO 15924). Left out
   * where no list may be given away with the program: those of German, Italian and others are under licences of their own.
   */
  spelling: v.optional(
    v.strictObject({
      dictionaries: v.pipe(v.array(v.pipe(v.string(), v.endsWith('.trie.gz'))), v.minLength(1)),
      script: v.pipe(v.string(), v.regex(/^[A-Z][a-z]{3}$/)),
    }),
  ),
  /** The patterns by which its words are divided, by the name of their file (TeX's, in the package `hyphen`). Left out where words are not divided. */
  hyphenation: v.optional(
    v.strictObject({
      patterns: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
      /** Where words in capitals are nouns. Elsewhere they are mostly names, which stay whole. */
      capitals: v.optional(v.literal(true)),
    }),
  ),
  /** Words that a full stop ends and no sentence, without that stop and in the case that they have inside a sentence. */
  abbreviations: v.optional(Phrases),
  /** How it changes its words, so that terms are found in a text. Left out where they stand as they are. */
  inflection: v.optional(InflectionSchema),
  /** Its marks where they are not those of Latin script. */
  marks: v.optional(MarksSchema),
  /** Words that its grammar may set twice in a row: German “die die”, English “had had”. */
  doubles: v.optional(Phrases),
  /** How it speaks to its readers. Left out where its words do not say. */
  register: v.optional(RegisterSchema),
  /** How it says numbers, dates and times in words; what `Intl` knows is not repeated. Left out where nobody wrote it down. */
  values: v.optional(ValuesSchema),
  /** Left out where nobody measured it. */
  reading: v.optional(ReadingSchema),
  /** Left out where the language has no formula that is accepted. */
  readability: v.optional(ReadabilitySchema),
})
export type LanguageData = v.InferOutput<typeof LanguageDataSchema>

const packs = import.meta.glob<unknown>('./*/language.json', { eager: true, import: 'default' })
const data = new Map(
  Object.entries(packs).map(([file, pack]) => [
    file.split('/')[1]!,
    v.parse(LanguageDataSchema, pack),
  ]),
)

/** The data for the language and script of a locale, or undefined: then nothing is recognised and all stays prose. */
export function languageData(locale: string): LanguageData | undefined {
  const found = matchLocale(locale, [...data.keys()])
  return found === undefined ? undefined : data.get(found)
}
