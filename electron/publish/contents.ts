import { h } from 'hastscript'
import type { Element } from 'hast'
import { isBlank } from '../../model/document/text.ts'
import { anchorOf } from './anchor.ts'
import type { Rendering } from './rendering.ts'
import { phrasing } from './text.ts'
import { withoutLinks } from './without-links.ts'

/** A short page needs no table of contents. */
const FEWEST = 4

/** Links to the sections that have a heading, where there are enough of them. */
export function contents(page: Rendering): Element[] {
  const named = page.document.sections.filter(({ heading }) => !isBlank(heading.content))
  if (named.length < FEWEST) return []
  return [
    h('nav.contents', { ariaLabelledBy: 'contents' }, [
      h('p.label', { id: 'contents' }, page.words.labels.contents),
      h(
        'ol',
        named.map((section) =>
          h('li', [
            h(
              'a',
              { href: `#${anchorOf(section)}` },
              phrasing(page, withoutLinks(section.heading.content)),
            ),
          ]),
        ),
      ),
    ]),
  ]
}
