import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Event } from '../../../model/document/block.ts'
import { extentOf } from '../../../model/timeline/extent.ts'
import { sorted } from '../../../model/timeline/order.ts'
import { readEventTime, readZone } from '../../../model/timeline/read.ts'
import { valueElement } from '../fact.ts'
import { timelineFigure } from '../figures/timeline.ts'
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

const inTime = (page: Rendering, entries: readonly Event[]): Event[] =>
  sorted(entries, (event) => extentOf(event, page.zone.zone))

/** One picture of a section's events stands where the first of them are. */
function picture(page: Rendering, entries: readonly Event[]): Element[] {
  const { sections } = page.document
  const all = sections
    .map(({ blocks }) => blocks.filter((block) => block.kind === 'event'))
    .find(([first]) => first !== undefined && entries.some(({ id }) => id === first.id))
  return all === undefined ? [] : timelineFigure(page, inTime(page, all))
}

/** What happened when: a picture of it, and each event along the spine, in the order of the times. */
export function events(page: Rendering, entries: readonly Event[]): Element[] {
  const inOrder = inTime(page, entries)
  return [
    ...zoneNote(page, entries),
    ...picture(page, entries),
    h(
      'ol.timeline',
      inOrder.map((event) =>
        h('li', [...time(page, event), ...unitElement(page, 'p', event.text)]),
      ),
    ),
  ]
}
