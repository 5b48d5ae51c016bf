import * as v from 'valibot'
import type { Typography } from '../../typography/typography.ts'
import type { ValueReader } from '../../values/reader.ts'
import type { Register } from './register-words.ts'

const Mark = v.pipe(v.string(), v.minLength(1), v.maxLength(2))

/** What a sentence can end with. */
export const FINAL_KINDS = [
  'stop',
  'question',
  'exclamation',
  'colon',
  'semicolon',
  'ellipsis',
] as const
export type FinalKind = (typeof FINAL_KINDS)[number]

/** The marks of a language where they are not those of Latin script, by CLDR's exemplar punctuation. */
export const MarksSchema = v.strictObject({
  stop: Mark,
  comma: Mark,
  colon: Mark,
  semicolon: Mark,
  question: Mark,
  exclamation: Mark,
  /** They are as wide as its letters, and no space follows them. */
  wide: v.boolean(),
  /** What may stand for a final mark of the source: Japanese ends a question with its stop, and what leads to a list. */
  also: v.optional(v.record(v.picklist(FINAL_KINDS), v.array(v.picklist(FINAL_KINDS)))),
  /** The letters that predicates end with. A text that ends otherwise is a phrase, and needs no mark. */
  predicates: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** What a question and an exclamation begin with. */
  inverted: v.optional(v.strictObject({ question: Mark, exclamation: Mark })),
})
export type Marks = v.InferOutput<typeof MarksSchema>

export const LATIN_MARKS: Marks = {
  stop: '.',
  comma: ',',
  colon: ':',
  semicolon: ';',
  question: '?',
  exclamation: '!',
  wide: false,
}

/** What has to be known of a language to check a text in it. */
export interface TextLanguage {
  readonly locale: string
  readonly reader: ValueReader
  /** Null where it is not known: then quotation marks and spaces are not judged. */
  readonly typography: Typography | null
  readonly marks: Marks
  /** Words that may stand twice in a row. */
  readonly doubles: ReadonlySet<string>
  /** Null where nobody wrote down how it speaks to its readers. */
  readonly register: Register | null
}
