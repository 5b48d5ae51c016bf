import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Event } from '../../../model/document/block.ts'
import { timeElement } from '../fact.ts'
import type { Rendering } from '../rendering.ts'
import { unitElement } from '../unit.ts'

/** What happened when, along the spine. */
export const events = (page: Rendering, entries: readonly Event[]): Element[] => [
  h(
    'ol.timeline',
    entries.map(({ when, text }) =>
      h('li', [
        ...(when === null ? [] : [h('p.when', [timeElement(page, when)])]),
        ...unitElement(page, 'p', text),
      ]),
    ),
  ),
]
