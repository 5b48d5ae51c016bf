import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Event } from '../../../model/document/block.ts'
import { extentOf } from '../../../model/timeline/extent.ts'
import { sorted } from '../../../model/timeline/order.ts'
import { readEventTime, readZone } from '../../../model/timeline/read.ts'
import { valueElement } from '../fact.ts'
import type { Rendering } from '../rendering.ts'
import { unitElement } from '../unit.ts'

/** The zone is named where the first of all events is. */
function zoneNote(page: Rendering, entries: readonly Event[]): Element[] {
  const name = readZone(page.zone, page.locale)
  const first = page.document.sections
    .flatMap(({ blocks }) => blocks)
    .find(({ kind }) => kind === 'event')
  if (name === null || entries.every(({ id }) => id !== first?.id)) return []
  return [
    h(
      'p.zone',
      page.words.labels.zone.replace('{zone}', () => name),
    ),
  ]
}

function time(page: Rendering, event: Event): Element[] {
  if (event.when === null) return []
  const text = readEventTime(event, page.locale, page.zone, page.words.labels)
  return [h('p.when', [valueElement(event.when, text)])]
}

/** What happened when, along the spine, in the order of the times. */
export const events = (page: Rendering, entries: readonly Event[]): Element[] => [
  ...zoneNote(page, entries),
  h(
    'ol.timeline',
    sorted(entries, (event) => extentOf(event, page.zone.zone)).map((event) =>
      h('li', [...time(page, event), ...unitElement(page, 'p', event.text)]),
    ),
  ),
]
