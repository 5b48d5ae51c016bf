import * as v from 'valibot'
import { safeUrl } from './link.ts'

// URL is a global in the window and in Node alike; the model uses neither one's library of types.
declare const URL: {
  new (
    url: string,
    base?: string,
  ): { readonly protocol: string; readonly search: string; readonly hash: string; href: string }
}

/**
 * The address of a folder of a website: `https://example.org/incidents/`, with its last slash. Undefined for what is
 * none: not http or https, with a query, a fragment or somebody's name in it.
 */
export function siteAddress(text: string): string | undefined {
  const href = safeUrl(text)
  if (href === undefined || /^[a-z]+:\/\/[^/]*@/i.test(href)) return undefined
  const { protocol, search, hash } = new URL(href)
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '') return undefined
  return href.endsWith('/') ? href : `${href}/`
}

/** Where the pages will stand on the web; empty where nobody said. */
export const SiteSchema = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((text) => text === '' || siteAddress(text) !== undefined),
)

/** The address of a file in that folder, its name as it is on disk. */
export const addressIn = (site: string, file: string): string =>
  new URL(encodeURIComponent(file), site).href
