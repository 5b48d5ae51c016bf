import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Lesson } from '../../../model/document/block.ts'
import type { Rendering } from '../rendering.ts'
import { unitElement } from '../unit.ts'

/** What was learned, as a list. */
export const lessons = (page: Rendering, entries: readonly Lesson[]): Element[] => [
  h(
    'ul.lessons',
    entries.map((entry) => h('li', unitElement(page, 'p', entry.text))),
  ),
]
