import * as v from 'valibot'
import { LocaleSchema } from '../document/locale.ts'

/**
 * How a term stands to its concept, the best first (ISO 30042 and its dialect TBX-Basic: `preferredTerm-admn-sts`,
 * `admittedTerm-admn-sts`, `deprecatedTerm-admn-sts`).
 */
export const TERM_STATUSES = ['preferred', 'admitted', 'forbidden'] as const
export type TermStatus = (typeof TERM_STATUSES)[number]

/** As TBX-Basic names them. */
export const PARTS_OF_SPEECH = [
  'noun',
  'verb',
  'adjective',
  'adverb',
  'properNoun',
  'other',
] as const
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number]

/** How many concepts a library holds: all are in the memory of the core. */
export const MOST_CONCEPTS = 50_000
export const LONGEST_TERM = 200
const LONGEST_REMARK = 2000

/** A line of text without anything at its edges. */
const line = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll(/[\s\u2028\u2029]+/gu, ' ').trim()),
    v.maxLength(most),
    // oxlint-disable-next-line no-control-regex
    v.regex(/^[^\u0000-\u001F\u007F\u2028\u2029]*$/u, 'a line'),
  )
/** Lines of text; none is indented. */
const Remark = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll(/\n[ \t]+/gu, '\n').trim()),
  v.maxLength(LONGEST_REMARK),
  // oxlint-disable-next-line no-control-regex
  v.regex(/^[^\u0000-\u0008\u000B-\u001F\u007F]*$/u, 'text'),
)

export const TermSchema = v.strictObject({
  locale: LocaleSchema,
  text: v.pipe(line(LONGEST_TERM), v.regex(/[\p{L}\p{N}]/u, 'a term')),
  status: v.picklist(TERM_STATUSES),
  partOfSpeech: v.nullable(v.picklist(PARTS_OF_SPEECH)),
  note: Remark,
  /** It is this term only in these capitals. */
  caseSensitive: v.boolean(),
})
export type Term = v.InferOutput<typeof TermSchema>

/** Two that cannot be told apart. */
const nameOf = ({ locale, text }: Term): string => `${locale} ${text}`

/** Those of other programs are kept as they are, where they can stand in a file of ours. */
export const ConceptIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/))

/** One thing, and what it is called: its terms in each language (BCP 47), of which each stands once. */
export const ConceptSchema = v.strictObject({
  id: ConceptIdSchema,
  /** The field that it belongs to. */
  subject: line(LONGEST_TERM),
  definition: Remark,
  note: Remark,
  /** It is called the same in every language. */
  untranslatable: v.boolean(),
  terms: v.pipe(
    v.array(TermSchema),
    v.minLength(1),
    v.maxLength(200),
    v.check((terms) => new Set(terms.map(nameOf)).size === terms.length, 'a term twice'),
  ),
})
export type Concept = v.InferOutput<typeof ConceptSchema>

/** What a term is when nobody says more. */
export const plainTerm = (locale: string, text: string): Term => ({
  locale,
  text,
  status: 'preferred',
  partOfSpeech: null,
  note: '',
  caseSensitive: false,
})

/** A concept of which nothing is known but its terms. */
export const plainConcept = (id: string, terms: readonly Term[]): Concept => ({
  id,
  subject: '',
  definition: '',
  note: '',
  untranslatable: false,
  terms: [...terms],
})
