import * as v from 'valibot'
import { IdentifierSchema } from './identifier.ts'
import { LocaleSchema } from './locale.ts'
import { ContentSchema } from './text.ts'

/** How far the work on a translation is. "Untranslated" is the absence of one, or a blank draft. */
export const TRANSLATION_STATES = ['draft', 'translated', 'reviewed'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]
export const ORIGINS = ['human', 'imported'] as const

/** Lower-case hexadecimal SHA-256. */
export const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** One unit in one locale. It is stale when `sourceHash` is no longer the hash of the unit's source text. */
export const TranslationSchema = v.strictObject({
  unit: IdentifierSchema,
  locale: LocaleSchema,
  content: ContentSchema,
  state: v.picklist(TRANSLATION_STATES),
  origin: v.picklist(ORIGINS),
  sourceHash: HashSchema,
  /** RFC 3339 in UTC with milliseconds. */
  changedAt: v.pipe(v.string(), v.isoTimestamp()),
})
export type Translation = v.InferOutput<typeof TranslationSchema>
