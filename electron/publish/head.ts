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

type Stated = Element | string | (Element | string)[]

/** Each name by itself, in the direction of the page: a list that begins with Latin letters would be read from the wrong end. */
const list = ({ locale }: Rendering, names: readonly string[]): (Element | string)[] =>
  new Intl.ListFormat(locale, { type: 'conjunction' })
    .formatToParts(names.filter((name) => name.trim() !== ''))
    .map(({ type, value }) => (type === 'element' ? h('bdi', value) : value))

function metadata(page: Rendering): Element[] {
  const { labels } = page.words
  const { organisation, reference, authors, contact: address, ...dates } = page.document.metadata
  const date = (value: string | null) =>
    value === null ? '' : timeElement(page, { kind: 'date', date: value })
  const stated: [string, Stated][] = [
    [labels.organisation, organisation],
    [labels.incidentOn, date(dates.incidentOn)],
    [labels.publishedOn, date(dates.publishedOn)],
    [labels.updatedOn, date(dates.updatedOn)],
    [labels.reference, reference],
    [labels.authors, list(page, authors)],
    [labels.contact, contact(address.trim())],
  ]
  const shown = stated.filter(([, value]) =>
    typeof value === 'string' ? value.trim() !== '' : !Array.isArray(value) || value.length > 0,
  )
  if (shown.length === 0) return []
  return [
    h(
      'dl.metadata',
      shown.map(([term, value]) =>
        h('div', [h('dt', term), h('dd', Array.isArray(value) ? value : [h('bdi', [value])])]),
      ),
    ),
  ]
}

/** The head matter: the title and what is stated about the whole. */
export const headMatter = (page: Rendering): Element =>
  h('header', [...unitElement(page, 'h1', page.document.title), ...metadata(page)])
