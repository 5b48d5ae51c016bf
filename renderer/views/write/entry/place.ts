import type { Block, Event } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import type { Section } from '../../../../model/document/section.ts'
import { extentOf } from '../../../../model/timeline/extent.ts'
import { placeAmong, sorted } from '../../../../model/timeline/order.ts'

const isEvent = (block: Block): block is Event => block.kind === 'event'

/**
 * The block that an event comes to stand after, or null: the start. It is the wanted one if its time allows, and else
 * the nearest place among the events of the section, `blocks`, that does.
 */
export function placeEvent(
  blocks: readonly Block[],
  event: Event,
  wanted: string | null,
  zone: string | undefined,
): string | null {
  const rest = blocks.filter(({ id }) => id !== event.id)
  const at = rest.findIndex(({ id }) => id === wanted) + 1
  const events = rest.filter(isEvent)
  const passed = rest.slice(0, at).filter(isEvent).length
  const place = placeAmong(
    events.map((other) => extentOf(other, zone)),
    extentOf(event, zone),
    passed,
  )
  if (place === passed) return wanted
  if (place > passed) return events[place - 1]!.id
  const next = rest.findIndex(({ id }) => id === events[place]!.id)
  return rest[next - 1]?.id ?? null
}

/** Puts the events of a section into the order of their times; what stands between them stays where it is. */
export function sortEvents({ id, blocks }: Section, zone: string | undefined): Change[] {
  const events = blocks.filter(isEvent)
  return sorted(events, (event) => extentOf(event, zone)).flatMap((event, at): Change[] => {
    const order = events[at]!.order
    return event.order === order
      ? []
      : [{ type: 'block.put', section: id, block: { ...event, order } }]
  })
}
