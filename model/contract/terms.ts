import * as v from 'valibot'
import { ContentSchema } from '../document/text.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { ConceptIdSchema, ConceptSchema, TERM_STATUSES, TermSchema } from '../terms/concept.ts'
import { TERM_FLAWS } from '../terms/draft.ts'

/** Concepts that come in or are changed, and those that go, all or none. */
export const TermChangesSchema = v.strictObject({
  put: v.pipe(v.array(ConceptSchema), v.maxLength(10_000)),
  remove: v.pipe(v.array(ConceptIdSchema), v.maxLength(10_000)),
})

const { text, locale, status } = TermSchema.entries
/** What a term is called in the language that a text is translated into. */
export const CounterpartSchema = v.strictObject({
  text,
  locale,
  status,
  note: TermSchema.entries.note,
})
export type Counterpart = v.InferOutput<typeof CounterpartSchema>

/** A term that stands in a text. `start` and `end` in UTF-16 units, a fact and a break being one. */
export const FoundTermSchema = v.strictObject({
  concept: ConceptIdSchema,
  start: v.number(),
  end: v.number(),
  /** It is a part of a word. */
  part: v.boolean(),
  term: TermSchema,
  untranslatable: v.boolean(),
  definition: v.string(),
  note: v.string(),
  /** In the other language, the best first, forbidden ones last. */
  counterparts: v.array(CounterpartSchema),
})
export type FoundTerm = v.InferOutput<typeof FoundTermSchema>

export const TermQuerySchema = v.strictObject({
  text: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  locale: v.optional(v.nullable(LocaleSchema)),
  status: v.optional(v.nullable(v.picklist([...TERM_STATUSES, 'untranslatable']))),
  from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
})

export const TermListSchema = v.strictObject({
  concepts: v.array(ConceptSchema),
  /** How many there are, beyond those that are listed. */
  total: v.number(),
  /** How many the termbase has. */
  all: v.number(),
  /** The languages of the termbase, and how many concepts have a term in each. */
  locales: v.array(v.strictObject({ locale: LocaleSchema, concepts: v.number() })),
})

export const FindTermsSchema = v.strictObject({
  texts: v.pipe(v.array(ContentSchema), v.maxLength(200)),
  from: LocaleSchema,
  /** None: the terms alone are wanted. */
  to: v.nullable(LocaleSchema),
})

/** What an import of a file did. Numbers are of concepts. */
export const TermReportSchema = v.strictObject({
  /** Names the import, to take it back. */
  id: IdentifierSchema,
  added: v.number(),
  /** There were such concepts, which say more now. */
  merged: v.number(),
  /** Those that were there already, with all that the file says. */
  known: v.number(),
  /** The first of what was left out, with its line in the file. */
  refused: v.array(
    v.strictObject({ line: v.number(), why: v.picklist(TERM_FLAWS), text: v.string() }),
  ),
  refusedCount: v.number(),
})

export const TERM_FORMATS = ['tbx', 'csv'] as const
