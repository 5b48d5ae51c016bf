import * as v from 'valibot'
import { CommentSchema } from '../document/comment.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { PostmortemSchema } from '../document/postmortem.ts'
import { ContentSchema } from '../document/text.ts'
import { TranslationSchema } from '../document/translation.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const ProgressSchema = v.strictObject({
  total: Count,
  untranslated: Count,
  draft: Count,
  translated: Count,
  reviewed: Count,
  approved: Count,
  stale: Count,
})

/** One row of the library screen. `titleText` has facts read out in the source locale. */
export const SummarySchema = v.strictObject({
  id: IdentifierSchema,
  title: ContentSchema,
  titleText: v.string(),
  sourceLocale: LocaleSchema,
  locales: v.array(v.strictObject({ locale: LocaleSchema, progress: ProgressSchema })),
  organisation: v.string(),
  createdAt: v.string(),
  changedAt: v.string(),
  sample: v.boolean(),
  /** Its row cannot be read: there is no title, and opening it is LIBRARY_DAMAGED. */
  damaged: v.exactOptional(v.literal(true)),
})
export type Summary = v.InferOutput<typeof SummarySchema>

/** A postmortem as it stands in the library, with every translation, and the revision that a save builds on. */
export const OpenedSchema = v.strictObject({
  document: PostmortemSchema,
  translations: v.array(TranslationSchema),
  /** Left out of a version. */
  comments: v.exactOptional(v.array(CommentSchema)),
  revision: Count,
})
export type Opened = v.InferOutput<typeof OpenedSchema>
