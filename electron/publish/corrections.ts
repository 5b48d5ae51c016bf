import { h } from 'hastscript'
import type { Element } from 'hast'
import { noticesOf, type Notice } from '../../model/releases/notice.ts'
import type { Rendering } from './rendering.ts'

const notices = ({ corrections = [], locale, words, facts }: Rendering): Notice[] =>
  noticesOf(corrections, locale, words, facts)

/** What was corrected since the first release, with its day and what it said before; the newest first. */
export function corrections(page: Rendering): Element[] {
  const all = notices(page)
  if (all.length === 0) return []
  const { labels } = page.words
  return [
    h('section.corrections', { ariaLabelledBy: 'corrections-heading', id: 'corrections' }, [
      h('h2', { id: 'corrections-heading' }, labels.corrections),
      h(
        'ul',
        all.map(({ on, date, lines }) =>
          h('li', [
            h('p.label', [
              ...labels.correctedOn
                .split('{date}')
                .flatMap((part, at) =>
                  at === 0 ? [part] : [h('time', { dateTime: on }, date), part],
                ),
            ]),
            ...lines.map((line) => h('p', line)),
          ]),
        ),
      ),
    ]),
  ]
}

/** Closes no element early, whatever a text holds (HTML, 13.2.5.4: script data). */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** The same for machines, where there is something to say: `correction` of schema.org. It is data and runs nothing. */
export function correctionData(page: Rendering, title: string): Element[] {
  const all = notices(page)
  if (all.length === 0 || page.medium !== 'screen') return []
  const { publishedOn, updatedOn } = page.document.metadata
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Report',
    headline: title,
    inLanguage: page.locale,
    ...(publishedOn === null ? {} : { datePublished: publishedOn }),
    ...(updatedOn === null ? {} : { dateModified: updatedOn }),
    correction: all.map(({ on, lines }) => ({
      '@type': 'CorrectionComment',
      datePublished: on,
      text: lines.join('\n'),
    })),
  }
  return [h('script', { type: 'application/ld+json' }, inScript(data))]
}
