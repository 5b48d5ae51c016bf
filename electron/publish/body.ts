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

/** What a reader sees, in the order of the document. */
export function pageBody(page: Rendering): Element {
  const { words, audience } = page
  const sections = page.document.sections.map((part) => section(page, part))
  return h('body', { dataMedium: page.medium }, [
    h('a.skip', { href: '#text' }, words.labels.skip),
    ...(audience === 'public' ? [] : [h('p.notice', words.audiences[audience])]),
    h('main', { id: 'text' }, [
      ...masthead(page),
      h('article', [
        headMatter(page),
        ...contents(page),
        ...sections,
        ...notes(page, sections),
        ...corrections(page),
      ]),
      ...imprint(page),
    ]),
    ...languages(page),
  ])
}
