import { h } from 'hastscript'
import type { Element, ElementContent } from 'hast'
import type { Section } from '../../model/document/section.ts'
import { isBlank } from '../../model/document/text.ts'
import { anchorOf } from './anchor.ts'
import { digits } from './digits.ts'
import type { Rendering } from './rendering.ts'
import { phrasing } from './text.ts'
import { withoutLinks } from './without-links.ts'

/** A short page needs no table of contents. */
const FEWEST = 4

/** The heading and, on paper, the sheet on which it stands. The number has its room before it is known. */
function entry(page: Rendering, section: Section): ElementContent[] {
  const words = phrasing(page, withoutLinks(section.heading.content))
  if (page.medium !== 'print') return words
  const sheet = page.paging?.sheets.get(anchorOf(section))
  return [
    h('span.entry', words),
    h('span.leader'),
    h('span.sheet', sheet === undefined ? [] : [` ${digits(page, sheet)}`]),
  ]
}

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
          h('li', [h('a', { href: `#${anchorOf(section)}` }, entry(page, section))]),
        ),
      ),
    ]),
  ]
}
