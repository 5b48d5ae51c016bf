import { h } from 'hastscript'
import type { Element } from 'hast'
import { correctionData } from './corrections.ts'
import { description, lineOf, pageTitle } from './description.ts'
import { cardAddress } from './link-card.ts'
import type { Rendering } from './rendering.ts'

/** Nothing in it closes the element early, whatever a text holds (HTML, 13.2.5.4: script data). */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** The questions that have an answer, as schema.org has them. */
function questions(page: Rendering): object[] {
  return page.document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind !== 'question') return []
      const [name, text] = [
        lineOf(page, block.question.content),
        lineOf(page, block.answer.content),
      ]
      if (name === '' || text === '') return []
      return [{ '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } }]
    })
}

/**
 * A page in the words of schema.org, as JSON-LD: an `Article`, and its questions with their answers as a `FAQPage`. It
 * is data: a browser runs nothing of it, and a policy that allows no script allows it.
 *
 * @param address where the page stands on the web, if that is known
 */
export function structuredData(page: Rendering, address: string | undefined): Element {
  const { organisation, authors, publishedOn, updatedOn } = page.document.metadata
  const publisher = organisation === '' ? [] : [{ '@type': 'Organization', name: organisation }]
  const people = authors
    .filter((name) => name.trim() !== '')
    .map((name) => ({ '@type': 'Person', name }))
  const [asked, corrected] = [questions(page), correctionData(page)]
  const picture = cardAddress(page)
  const about = { inLanguage: page.locale, ...(address === undefined ? {} : { url: address }) }
  const article = {
    '@type': 'Article',
    headline: pageTitle(page),
    description: description(page),
    ...about,
    ...(picture === undefined ? {} : { image: picture }),
    ...(publishedOn === null ? {} : { datePublished: publishedOn }),
    ...(updatedOn === null ? {} : { dateModified: updatedOn }),
    ...(people.length + publisher.length === 0
      ? {}
      : { author: people.length > 0 ? people : publisher }),
    ...(publisher.length === 0 ? {} : { publisher: publisher[0] }),
    ...(corrected.length === 0 ? {} : { correction: corrected }),
  }
  const graph = [
    article,
    ...(asked.length === 0 ? [] : [{ '@type': 'FAQPage', ...about, mainEntity: asked }]),
  ]
  return h(
    'script',
    { type: 'application/ld+json' },
    inScript({ '@context': 'https://schema.org', '@graph': graph }),
  )
}
