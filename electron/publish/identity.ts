import { h } from 'hastscript'
import type { Element } from 'hast'
import { addressIn, siteAddress } from '../../model/document/site.ts'
import { description, pageTitle } from './description.ts'
import { cardAddress, cardText } from './link-card.ts'
import { pageName } from './release.ts'
import type { Rendering } from './rendering.ts'
import { structuredData } from './structured.ts'

/** Where the page of a locale stands: on the web where the postmortem says so, else beside the others. */
const addressOf = (
  { document, only }: Rendering,
  locale: string,
): { href: string; known: boolean } => {
  const file = pageName(document, locale, only)
  const site = siteAddress(document.metadata.site ?? '')
  return site === undefined
    ? { href: encodeURIComponent(file), known: false }
    : { href: addressIn(site, file), known: true }
}

/** A locale as the Open Graph protocol names it: `nl_NL`, with the country that is likely where none is named. */
function graphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  return region === undefined ? language : `${language}_${region}`
}

const property = (name: string, content: string): Element =>
  h('meta', { property: name, content: [content] })

/** The page in other languages for search engines; `x-default` is the one that was written first. */
function translations(page: Rendering): Element[] {
  const locales = [page.locale, ...page.alternates.filter((one) => one !== page.locale)]
  if (locales.length === 1) return []
  const { sourceLocale } = page.document
  const link = (hrefLang: string, locale: string): Element =>
    h('link', { rel: 'alternate', hrefLang, href: addressOf(page, locale).href })
  return [
    ...locales.toSorted().map((locale) => link(locale, locale)),
    ...(locales.includes(sourceLocale) ? [link('x-default', sourceLocale)] : []),
  ]
}

/** What a link to it shows. */
function picture(page: Rendering): Element[] {
  const address = cardAddress(page)
  if (address === undefined) return []
  const alt = cardText(page)
  return [
    property('og:image', address),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(page.card!.width)),
    property('og:image:height', String(page.card!.height)),
    property('og:image:alt', alt),
    // What X asks for besides; the rest it takes from the Open Graph.
    h('meta', { name: 'twitter:card', content: 'summary_large_image' }),
    h('meta', { name: 'twitter:image:alt', content: alt }),
  ]
}

/**
 * What a page says about itself to machines: where it stands, in which other languages, what a link to it shows (Open
 * Graph protocol, https://ogp.me), and what it is (schema.org). None of it loads or runs anything. Only a page for
 * everybody has it: who else gets one did not find it by a search.
 */
export function identity(page: Rendering): Element[] {
  if (page.medium !== 'screen' || page.audience !== 'public') return []
  const { metadata } = page.document
  const own = addressOf(page, page.locale)
  const address = own.known ? own.href : undefined
  const stated: [string, string | null][] = [
    ['og:type', 'article'],
    ['og:title', pageTitle(page)],
    ['og:description', description(page)],
    ['og:url', address ?? null],
    ['og:site_name', metadata.organisation || null],
    ['og:locale', graphLocale(page.locale)],
    ...page.alternates
      .filter((one) => one !== page.locale)
      .map((one): [string, string] => ['og:locale:alternate', graphLocale(one)]),
    ['article:published_time', metadata.publishedOn],
    ['article:modified_time', metadata.updatedOn],
  ]
  return [
    ...(address === undefined ? [] : [h('link', { rel: 'canonical', href: address })]),
    ...translations(page),
    ...stated.flatMap(([name, value]) => (value === null ? [] : [property(name, value)])),
    ...picture(page),
    structuredData(page, address),
  ]
}
