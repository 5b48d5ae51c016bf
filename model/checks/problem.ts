import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { ContentSchema } from '../document/text.ts'
import { QUALITY_RULES } from './translation/rules.ts'

/** What is looked for in the document and in which of its texts are translated. */
export const DOCUMENT_RULES = [
  'untranslated', // a unit has no translation
  'pseudo', // a unit has pseudo-text in place of one
  'stale', // its source changed since
  'missing', // something the document must have is not there: title, section, answer
  'empty', // something is there and says nothing: a section, an entry
  'reach', // a measure's confirmed value is above the potential one, or counts something else
  'link-lost', // a lesson or a finding points to an entry that is gone
  'labels-missing', // no publication labels for the locale
  'fact-unknown', // a text refers to a fact that does not exist
  'passage-differs', // a translation marks other passages for an audience than its source
  'note-differs', // a translation refers to other notes than its source
  'query-open', // somebody asked something about a text and has no answer
  'fact-withheld', // a text for a wide audience refers to a fact for a narrow one
] as const
export type DocumentRule = (typeof DOCUMENT_RULES)[number]

/** Closed set of rules; each has a sentence in every interface language (`checks.json`), kept complete by a test. */
export const RULES = [...DOCUMENT_RULES, ...QUALITY_RULES] as const
export const SEVERITIES = ['error', 'warning'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What is wrong, where, and how bad. `message` is in the language that was asked for; `params` fill its sentence. */
export const ProblemSchema = v.strictObject({
  rule: v.picklist(RULES),
  severity: v.picklist(SEVERITIES),
  locale: v.nullable(LocaleSchema),
  unit: v.nullable(IdentifierSchema),
  place: v.strictObject({
    section: v.nullable(IdentifierSchema),
    block: v.nullable(IdentifierSchema),
    field: v.nullable(v.string()),
  }),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  /** Where in the translation, as offsets of `lengthOf`; from and to the end where something is missing. */
  range: v.optional(v.strictObject({ start: v.number(), end: v.number() })),
  /** What it is about in the source, in the same way. */
  sourceRange: v.optional(v.strictObject({ start: v.number(), end: v.number() })),
  /** The translation with the problem mended, where that is beyond doubt. */
  mend: v.optional(ContentSchema),
})
export type Problem = v.InferOutput<typeof ProblemSchema>
