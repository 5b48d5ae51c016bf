import { h } from 'hastscript'
import type { Element } from 'hast'
import { contents } from './contents.ts'
import { corrections } from './corrections.ts'
import { notes } from './notes.ts'
import { headMatter } from './head.ts'
import { imprint, masthead } from './masthead.ts'
import { languages } from './languages.ts'
import type { Rendering } from './rendering.ts'
import { section } from './section.ts'

/** The account itself: what it is about, its sections, and what stands at their end. */
export function articleParts(page: Rendering): Element[] {
  const sections = page.document.sections.map((part) => section(page, part))
  return [
    headMatter(page),
    ...contents(page),
    ...sections,
    ...notes(page, sections),
    ...corrections(page),
  ]
}

/** What a reader sees, in the order of the document. */
export function pageBody(page: Rendering): Element {
  const { words, audience } = page
  return h('body', { dataMedium: page.medium }, [
    h('a.skip', { href: '#text' }, words.labels.skip),
    ...(audience === 'public' ? [] : [h('p.notice', words.audiences[audience])]),
    h('main', { id: 'text' }, [
      ...masthead(page),
      h('article', articleParts(page)),
      ...imprint(page),
    ]),
    ...languages(page),
  ])
}
