import { valuesIn } from '../../values/read.ts'
import type { Zone } from '../../values/zones.ts'
import type { Finding, Pair } from './pair.ts'

const meets = (some: Zone, others: readonly Zone[]): boolean =>
  others.some(({ offsets }) => [...offsets].some((offset) => some.offsets.has(offset)))

/** The time zone of a time, which changes what it says as much as its hour. */
export function zones({ here, there, from, to }: Pair): Finding[] {
  const source = from.reader.readZones(here)
  const target = to.reader.readZones(there)
  if (source.length + target.length === 0) return []
  // Only where a time stands: "GMT" can be a name of something else.
  if (!valuesIn(here, from.reader).some(({ readings }) => readings[0]?.[0]?.startsWith('t')))
    return []
  const first = source.find((zone) => !meets(zone, target))
  const extra = target.find((zone) => !meets(zone, source))
  if (first !== undefined)
    return [
      {
        rule: 'zone-differs',
        start: extra?.start ?? there.length,
        end: extra?.end ?? there.length,
        source: { start: first.start, end: first.end },
        params: { source: here.slice(first.start, first.end) },
      },
    ]
  if (extra === undefined) return []
  const params = { context: 'extra', target: there.slice(extra.start, extra.end) }
  return [{ rule: 'zone-differs', start: extra.start, end: extra.end, params }]
}
