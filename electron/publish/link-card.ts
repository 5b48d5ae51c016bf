import { readDate } from '../../model/facts/date.ts'
import { addressIn, siteAddress } from '../../model/document/site.ts'
import { titleText } from './description.ts'
import type { Rendering } from './rendering.ts'

/** The day of publication as it reads; empty where there is none. */
export function publishedDay({ document, locale }: Rendering): string {
  const { publishedOn } = document.metadata
  return publishedOn === null ? '' : readDate({ kind: 'date', date: publishedOn }, 'long', locale)
}

/** What the picture of a page's title says, for whoever does not see it. */
export function cardText(page: Rendering): string {
  const { organisation, reference } = page.document.metadata
  return [titleText(page), organisation, publishedDay(page), reference]
    .filter((text) => text !== '')
    .join(' \u00B7 ')
}

/** Where the picture that links to a page show will stand. Whoever shows a link asks for an address that begins with its host. */
export function cardAddress({ document, card }: Rendering): string | undefined {
  const site = siteAddress(document.metadata.site ?? '')
  return card === undefined || site === undefined ? undefined : addressIn(site, card.file)
}
