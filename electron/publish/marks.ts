import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Rendering } from './rendering.ts'

export interface Mark {
  readonly term: string
  readonly value: string | Element
}

/** What is stated about an entry beside its text: terms with their values on one line. Nothing stated, no line. */
export function marks(page: Rendering, stated: readonly (Mark | false)[]): Element[] {
  const shown = stated.filter((mark) => mark !== false)
  if (shown.length === 0) return []
  return [
    h(
      'dl.marks',
      shown.map(({ term, value }) =>
        h('div', [h('dt', term + page.words.labels.colon), h('dd', [value])]),
      ),
    ),
  ]
}
