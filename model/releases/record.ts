import * as v from 'valibot'
import { IgnoredSchema } from '../checks/translation/ignored.ts'
import { AudienceSchema } from '../document/audience.ts'
import { LocaleSchema } from '../document/locale.ts'
import { PostmortemSchema } from '../document/postmortem.ts'
import { HashSchema, TranslationSchema } from '../document/translation.ts'
import { DecisionsSchema } from './decision.ts'
import { ManifestSchema } from './manifest.ts'

/**
 * A release as the library keeps it: its manifest, who stood by which language, how each change since the one before was decided, what
 * went out although a check spoke against it, and what its readers got, cut to the audience. A migration that changes the shape of a
 * document must raise these too.
 */
export const ReleaseRecordSchema = v.strictObject({
  manifest: ManifestSchema,
  audience: AudienceSchema,
  locales: v.array(LocaleSchema),
  /** The names of those who confirmed texts, by language. Kept inside: no manifest has them. */
  people: v.record(LocaleSchema, v.array(v.string())),
  /** Who published. */
  by: v.string(),
  decisions: DecisionsSchema,
  /**
   * What would have stopped it and was set aside, as a translation that nobody confirmed: who did that, and why. Kept inside; the manifest
   * says how many drafts a language has. Releases of before this was kept have none.
   */
  asides: v.optional(v.array(IgnoredSchema), []),
  /** The fonts of the organisation's own that its pages were set in, by the hashes of their bytes. Kept inside: the files have what they show of them. */
  fonts: v.optional(v.array(HashSchema), []),
  document: PostmortemSchema,
  translations: v.array(TranslationSchema),
})
export type ReleaseRecord = v.InferOutput<typeof ReleaseRecordSchema>
