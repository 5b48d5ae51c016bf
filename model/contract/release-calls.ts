import * as v from 'valibot'
import { AudienceSchema } from '../document/audience.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { PdfChoiceSchema } from '../document/paper.ts'
import { LocaleSchema } from '../document/locale.ts'
import { DecisionsSchema } from '../releases/decision.ts'
import { ReleaseDifferenceSchema } from '../releases/differences.ts'
import { LeftOutSchema, PUBLISHED_FORMATS, PublishedFileSchema } from '../releases/manifest.ts'
import { ThemeSchema } from '../theme/theme.ts'
import { call, path } from './call.ts'

const locales = v.optional(v.array(LocaleSchema))

/** The calls about what is published: the page as it will be, and releases. */
export const RELEASE_CALLS = {
  'preview.page': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: LocaleSchema,
      audience: AudienceSchema,
      /** What it would look like in this one. */
      theme: v.optional(ThemeSchema),
      /** As it would be published in these languages, with what was decided so far; what is undecided shows nothing. */
      release: v.optional(
        v.strictObject({ locales: v.array(LocaleSchema), decisions: DecisionsSchema }),
      ),
    }),
    v.strictObject({ html: v.string(), untranslated: v.number() }),
  ),
  /**
   * What is different from what was published last for an audience, each to be decided before it is published again. `last` null:
   * nothing was published for it yet, and so nothing is different.
   */
  'release.changes': call(
    v.strictObject({ id: IdentifierSchema, audience: AudienceSchema, locales }),
    v.strictObject({
      last: v.nullable(
        v.strictObject({ number: v.number(), at: v.string(), corrections: v.number() }),
      ),
      differences: v.array(ReleaseDifferenceSchema),
    }),
  ),
  /**
   * Every locale, or the ones named, as HTML and PDF, or in the formats named, with a manifest. Progress comes as `job.progress`. `decisions`: what each
   * difference from the last release is, by its key; RELEASE_UNDECIDED where one is missing. `left`: why a locale is not among them.
   * `changes`: a page of the corrections alone beside each page. `site`: pages share style, fonts and images as files.
   */
  'publish.run': call(
    v.strictObject({
      id: IdentifierSchema,
      audience: AudienceSchema,
      locales,
      formats: v.optional(v.array(v.picklist(PUBLISHED_FORMATS))),
      decisions: v.optional(DecisionsSchema),
      left: v.optional(v.array(LeftOutSchema)),
      changes: v.optional(v.boolean()),
      pdf: v.optional(PdfChoiceSchema),
      site: v.optional(v.boolean()),
      path,
      job: IdentifierSchema,
    }),
    v.strictObject({ path: v.nullable(v.string()), files: v.array(PublishedFileSchema) }),
  ),
}
