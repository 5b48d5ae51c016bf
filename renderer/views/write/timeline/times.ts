import type { Event } from '../../../../model/document/block.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { findBlock, sectionOfBlock } from '../../../../model/document/state.ts'
import { extentOf } from '../../../../model/timeline/extent.ts'
import { betweens, durationOf } from '../../../../model/timeline/gap.ts'
import { inOrder } from '../../../../model/timeline/order.ts'
import type { Dated } from '../../../../model/timeline/picture.ts'
import { zonePlan, type ZonePlan } from '../../../../model/timeline/read.ts'
import { derived } from '../derived.ts'

/** What is said before or beside an event because of those before it. */
export interface EventLead {
  /** How long nothing happened, as ISO 8601, or null. */
  readonly gap: string | null
  /** The period that it falls into. */
  readonly during: string | null
  /** The first of those without a time, after some with one. */
  readonly untimed: boolean
}

/** The times of one section's events. */
export interface SectionTimes {
  readonly dated: readonly Dated[]
  readonly inOrder: boolean
  readonly clocked: boolean
  readonly leads: ReadonlyMap<string, EventLead>
}

export interface Times {
  readonly plan: ZonePlan
  readonly sections: ReadonlyMap<string, SectionTimes>
}

function timesOf(events: readonly Event[], zone: string | undefined): SectionTimes {
  const extents = events.map((event) => extentOf(event, zone))
  const ordered = inOrder(extents)
  // What is between two is said of a list that is in order.
  const between = ordered ? betweens(extents) : []
  const firstUntimed = extents.indexOf(null)
  return {
    dated: events.flatMap(({ id }, at) => {
      const extent = extents[at] ?? null
      return extent === null ? [] : [{ id, extent }]
    }),
    inOrder: ordered,
    clocked: events.some(({ when }) => when !== null && 'zone' in when),
    leads: new Map(
      events.map(({ id }, at) => {
        const { gap = null, during = null } = between[at] ?? {}
        return [
          id,
          {
            gap: gap === null ? null : durationOf(gap),
            during: during === null ? null : (events[during]?.id ?? null),
            untimed: ordered && at === firstUntimed && at > 0,
          },
        ]
      }),
    ),
  }
}

function make(document: Postmortem): Times {
  const plan = zonePlan(document)
  return {
    plan,
    sections: new Map(
      document.sections.flatMap(({ id, blocks }) => {
        const events = blocks.filter((block) => block.kind === 'event')
        return events.length === 0 ? [] : [[id, timesOf(events, plan.zone)] as const]
      }),
    ),
  }
}

/** The times of all events: made anew when a time, an order or the zone changes, not when one writes. */
export const times = derived<Times>(make, (change, before) => {
  switch (change.type) {
    case 'block.put': {
      const { block, section } = change
      if (block.kind !== 'event') return false
      const old = findBlock(before, block.id)
      return (
        old?.kind !== 'event' ||
        old.when !== block.when ||
        old.endUncertain !== block.endUncertain ||
        old.order !== block.order ||
        sectionOfBlock(before, block.id)?.id !== section
      )
    }
    case 'block.remove':
      return findBlock(before, change.block)?.kind === 'event'
    case 'section.remove':
      return true
    case 'metadata.put':
      return change.metadata.zone !== before.metadata.zone
    default:
      return false
  }
})
