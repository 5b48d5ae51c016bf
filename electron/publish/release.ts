import type { Audience } from '../../model/document/audience.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
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

/** The name of a page: `<slug>.<locale>.html`, and of one with the corrections alone `<slug>.<locale>.changes.html`. */
export const pageName = (document: Postmortem, locale: string, only?: 'corrections'): string =>
  releaseName(document, locale, only === 'corrections' ? 'changes.html' : 'html')
