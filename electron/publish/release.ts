import * as v from 'valibot'
import type { Audience } from '../../model/document/audience.ts'
import { AudienceSchema } from '../../model/document/audience.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { IdentifierSchema } from '../../model/document/identifier.ts'
import { PublishedFileSchema, type PublishedFile } from '../../model/contract/calls.ts'
import { contentForAudience } from '../../model/document/passage.ts'
import { plainText } from '../../model/document/text.ts'

const LONGEST = 80

/**
 * A title as the name of a file: lower-case ASCII letters, digits and hyphens. Accents go by Unicode decomposition;
 * a title in another script leaves nothing, and then the name is `postmortem`.
 */
function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  let slug = ''
  for (const word of words ?? []) {
    const next = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`
    if (next.length > LONGEST) break
    slug = next
  }
  return slug || 'postmortem'
}

/**
 * The postmortem with a slug: its own or one made from its title, as far as the audience may see that. Call it on the
 * document in its source locale, before it is put into others, so that the files of all locales begin with the same name.
 */
export function withSlug(document: Postmortem, audience: Audience): Postmortem {
  if (document.metadata.slug !== '') return document
  const slug = slugOf(plainText(contentForAudience(document.title.content, audience)))
  return { ...document, metadata: { ...document.metadata, slug } }
}

/** The name of one file of a release: `<slug>.<locale>.<format>`. */
export const releaseName = (document: Postmortem, locale: string, format: string): string =>
  `${withSlug(document, 'public').metadata.slug}.${locale}.${format}`

/** What a release says about itself: which postmortem at which revision for whom, and every file with its hash. */
export const ManifestSchema = v.strictObject({
  version: v.literal(1),
  postmortem: IdentifierSchema,
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  audience: AudienceSchema,
  /** The program that made it, as `Afterword 0.1.0`. */
  generator: v.string(),
  files: v.array(PublishedFileSchema),
})
export type Manifest = v.InferOutput<typeof ManifestSchema>

/** The manifest of a release; files sorted by name, so that one release has one manifest. */
export const manifest = (release: {
  readonly document: Postmortem
  readonly revision: number
  readonly audience: Audience
  readonly generator: string
  readonly files: readonly PublishedFile[]
}): Manifest => ({
  version: 1,
  postmortem: release.document.id,
  revision: release.revision,
  audience: release.audience,
  generator: release.generator,
  files: release.files.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
})

/** The manifest as the text of its file. */
export const manifestText = (value: Manifest): string => `${JSON.stringify(value, null, 2)}\n`
