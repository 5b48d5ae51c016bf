import { h } from 'hastscript'
import type { Element } from 'hast'
import { safeUrl } from '../../model/document/link.ts'
import { timeElement } from './fact.ts'
import type { Rendering } from './rendering.ts'
import { unitElement } from './unit.ts'

/** An e-mail address or a web address becomes a link; a telephone number or a name stays what it is. */
function contact(text: string): Element | string {
  const address = /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text) ? `mailto:${text}` : text
  const href = safeUrl(address)
  return href === undefined ? text : h('a', { href, rel: 'noopener noreferrer' }, text)
}

function metadata(page: Rendering): Element[] {
  const { labels } = page.words
  const { organisation, reference, authors, contact: address, ...dates } = page.document.metadata
  const date = (value: string | null) =>
    value === null ? '' : timeElement(page, { kind: 'date', date: value })
  const names = new Intl.ListFormat(page.locale, { type: 'conjunction' })
  const stated: [string, Element | string][] = [
    [labels.organisation, organisation],
    [labels.incidentOn, date(dates.incidentOn)],
    [labels.publishedOn, date(dates.publishedOn)],
    [labels.updatedOn, date(dates.updatedOn)],
    [labels.reference, reference],
    [labels.authors, names.format(authors.filter((name) => name.trim() !== ''))],
    [labels.contact, contact(address.trim())],
  ]
  const shown = stated.filter(([, value]) => typeof value !== 'string' || value.trim() !== '')
  if (shown.length === 0) return []
  return [
    h(
      'dl.metadata',
      shown.map(([term, value]) => h('div', [h('dt', term), h('dd', [h('bdi', [value])])])),
    ),
  ]
}

/** The head matter: the title and what is stated about the whole. */
export const headMatter = (page: Rendering): Element =>
  h('header', [...unitElement(page, 'h1', page.document.title), ...metadata(page)])
