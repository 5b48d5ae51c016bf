import * as v from 'valibot'
import { IdentifierSchema } from './identifier.ts'
import { LocaleSchema } from './locale.ts'
import { ContentSchema } from './text.ts'

/** How far the work on a translation is. "Untranslated" is the absence of one, or a blank draft. */
export const TRANSLATION_STATES = ['draft', 'translated', 'reviewed', 'approved'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]
/** Where its words come from, whatever was said of them since; once a person changes them, from that person. */
export const ORIGINS = ['human', 'memory', 'propagated', 'imported', 'machine'] as const

/** How well a match fits, in per cent; 101 and 102 are exact matches in the same surroundings. */
export const ScoreSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(102))

/** Lower-case hexadecimal SHA-256. */
export const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** One unit in one locale. It is stale when `sourceHash` is no longer the hash of the unit's source text. */
export const TranslationSchema = v.strictObject({
  unit: IdentifierSchema,
  locale: LocaleSchema,
  content: ContentSchema,
  state: v.picklist(TRANSLATION_STATES),
  origin: v.picklist(ORIGINS),
  /** Of the match that it was taken from. */
  score: v.exactOptional(ScoreSchema),
  /** What a machine's words come from, by its name. */
  engine: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  sourceHash: HashSchema,
  /** What the translator had confirmed last, where the text was changed since: what a reviewer's changes are seen against. */
  confirmed: v.exactOptional(ContentSchema),
  /** Who changed it last, by the name that their system knows them by; left out where nobody knows. */
  by: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** RFC 3339 in UTC with milliseconds. */
  changedAt: v.pipe(v.string(), v.isoTimestamp()),
})
export type Translation = v.InferOutput<typeof TranslationSchema>
