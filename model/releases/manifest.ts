import * as v from 'valibot'
import { AudienceSchema } from '../document/audience.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { DateSchema } from '../document/time.ts'
import { HashSchema } from '../document/translation.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Text = v.pipe(v.string(), v.maxLength(1_000_000))

export const PUBLISHED_FORMATS = ['html', 'pdf', 'docx'] as const
export type PublishedFormat = (typeof PUBLISHED_FORMATS)[number]
/** What a release has where nothing else is asked for. */
export const USUAL_FORMATS: readonly PublishedFormat[] = ['html', 'pdf']
export const PublishedFileSchema = v.strictObject({
  file: v.string(),
  /** Null: what the pages of a site share. */
  locale: v.nullable(LocaleSchema),
  format: v.picklist([...PUBLISHED_FORMATS, 'shared']),
  bytes: v.number(),
  sha256: HashSchema,
})
export type PublishedFile = v.InferOutput<typeof PublishedFileSchema>

/**
 * What readers are told of a change to what had been published: the day of the release that made it, what it was about, and
 * what stood there before in each language. `values` has what is no text of a language: an attribute before and after.
 */
export const CorrectionSchema = v.strictObject({
  on: DateSchema,
  key: v.string(),
  part: v.string(),
  field: v.string(),
  status: v.picklist(['added', 'removed', 'changed', 'moved']),
  /** `before` null: this language was not published then. */
  texts: v.array(v.strictObject({ locale: LocaleSchema, before: v.nullable(Text), after: Text })),
  values: v.nullable(v.strictObject({ before: v.unknown(), after: v.unknown() })),
})
export type Correction = v.InferOutput<typeof CorrectionSchema>

/** A language that a release goes without, and why. */
export const LeftOutSchema = v.strictObject({
  locale: LocaleSchema,
  reason: v.pipe(v.string(), v.maxLength(500)),
})
export type LeftOut = v.InferOutput<typeof LeftOutSchema>

/** How far people stood by the texts of a language: how many of them in each state. The source has none. */
export const ApprovalSchema = v.strictObject({
  locale: LocaleSchema,
  units: Count,
  draft: Count,
  translated: Count,
  reviewed: Count,
  approved: Count,
})
export type Approval = v.InferOutput<typeof ApprovalSchema>

/** What wrote the dates and numbers (`process.versions`): another version of this data may write them otherwise. */
export const LanguageDataSchema = v.strictObject({
  icu: v.string(),
  cldr: v.string(),
  unicode: v.string(),
  tz: v.string(),
})

/** What a release says about itself: `manifest.json`. */
export const ManifestSchema = v.strictObject({
  version: v.literal(2),
  release: IdentifierSchema,
  /** Of the releases of this postmortem for this audience, from 1. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  postmortem: IdentifierSchema,
  revision: Count,
  audience: AudienceSchema,
  /** RFC 3339 in UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** The program that made it, as `Afterword 0.1.0`. */
  generator: v.string(),
  languageData: LanguageDataSchema,
  approvals: v.array(ApprovalSchema),
  left: v.array(LeftOutSchema),
  /** All of them, the newest first. */
  corrections: v.array(CorrectionSchema),
  files: v.array(PublishedFileSchema),
})
export type Manifest = v.InferOutput<typeof ManifestSchema>
