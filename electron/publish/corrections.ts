import { h } from 'hastscript'
import type { Element } from 'hast'
import { noticesOf, type Notice } from '../../model/releases/notice.ts'
import type { Rendering } from './rendering.ts'

/** Each correction in the words of the page. */
export const notices = ({ corrections = [], locale, words, facts }: Rendering): Notice[] =>
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

/** The same for machines: `correction` of schema.org. */
export const correctionData = (page: Rendering): object[] =>
  notices(page).map(({ on, lines }) => ({
    '@type': 'CorrectionComment',
    datePublished: on,
    text: lines.join('\n'),
  }))
