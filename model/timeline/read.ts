import type { Event } from '../document/block.ts'
import type { Postmortem } from '../document/postmortem.ts'
import type { TimeValue } from '../document/time.ts'
import { dateFormat } from '../facts/formats.ts'
import { readInstant } from '../facts/instant.ts'
import { readValue } from '../facts/read.ts'
import { readSpan } from '../facts/span.ts'
import type { Timed } from './extent.ts'

/** The words of a language around a time whose end is not certain; `{value}` is the time. */
export interface EventWords {
  readonly openEnd: string
  readonly uncertainEnd: string
}

/** The zone that all events are shown in, and how it is said. */
export interface ZonePlan {
  /** Undefined: each event in the zone that it was typed in. */
  readonly zone: string | undefined
  /** Does each time name its zone? */
  readonly named: boolean
  /** The first moment that is shown in it, or null where events have dates alone. */
  readonly first: string | null
}

const moments = ({ when }: Event): string[] => {
  if (when?.kind === 'instant') return [when.at]
  return when?.kind === 'span' && when.of === 'instant' ? [when.start, when.end] : []
}

const nameIn = (
  locale: string,
  zone: string,
  style: 'long' | 'longGeneric' | 'shortOffset',
  at: string,
): string =>
  dateFormat(locale, { timeZone: zone, timeZoneName: style })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone

/**
 * How a document shows its zone. Where its clocks had one offset at all events it is enough to name it once; where
 * they were changed in between every time says which one it means.
 */
export function zonePlan({ metadata, sections }: Postmortem): ZonePlan {
  const { zone } = metadata
  if (zone === undefined) return { zone, named: true, first: null }
  const all = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'event' ? moments(block) : [])),
  )
  const offsets = new Set(all.map((at) => nameIn('en', zone, 'shortOffset', at)))
  return { zone, named: offsets.size > 1, first: all[0] ?? null }
}

/** The name of the zone of a plan in a language: "Central European Time", or which of its two where only one occurs. */
export const readZone = ({ zone, named, first }: ZonePlan, locale: string): string | null =>
  zone === undefined || first === null
    ? null
    : nameIn(locale, zone, named ? 'longGeneric' : 'long', first)

/** The same time, shown in another zone. */
const inZone = (when: TimeValue, zone: string | undefined): TimeValue =>
  zone !== undefined && 'zone' in when ? { ...when, zone } : when

/** When an event was, as a document with this plan says it. Dates have no zone. */
export function readEventTime(
  { when, endUncertain = false }: Timed,
  locale: string,
  { zone, named }: ZonePlan,
  words: EventWords,
): string {
  if (when === null) return ''
  const shown = inZone(when, zone)
  const bare =
    shown.kind === 'instant'
      ? readInstant(shown, 'long', locale, named)
      : shown.kind === 'span' && shown.of === 'instant'
        ? readSpan(shown, 'long', locale, named)
        : readValue(shown, 'long', locale)
  if (!endUncertain) return bare
  // A function, because a replacement text may hold `$&`.
  return (when.kind === 'span' ? words.uncertainEnd : words.openEnd).replace('{value}', () => bare)
}
