import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANES } from '../../../model/document/entry.ts'
import type { TimeValue } from '../../../model/document/time.ts'
import { extentOf } from '../../../model/timeline/extent.ts'
import { lanesOf, writtenTimes, type Laned } from '../../../model/timeline/lanes.ts'

const instant = (at: string): TimeValue => ({ kind: 'instant', at, zone: 'UTC' })
const span = (start: string, end: string): TimeValue => ({
  kind: 'span',
  of: 'instant',
  start,
  end,
  zone: 'UTC',
})
const laned = (id: string, lane: Laned['lane'], when: TimeValue): Laned => ({
  id,
  lane,
  extent: extentOf({ when })!,
})

test('each doer has a lane in a fixed order, those without one stand in the last, and all share one axis', () => {
  const { lanes } = lanesOf([
    laned('a', 'response', instant('2026-03-03T10:00Z')),
    laned('b', 'attacker', instant('2026-03-03T11:00Z')),
    laned('c', null, instant('2026-03-03T12:00Z')),
  ])
  expect(lanes.map(({ lane, marks }) => [lane, marks.map(({ id, from }) => [id, from])])).toEqual([
    ['attacker', [['b', 0.5]]],
    ['response', [['a', 0]]],
    ['other', [['c', 1]]],
  ])
})

test('where nobody said whose doing it was there is one lane without a name', () => {
  const { lanes } = lanesOf([
    laned('a', null, instant('2026-03-03T10:00Z')),
    laned('b', null, instant('2026-03-03T11:00Z')),
  ])
  expect(lanes.map(({ lane }) => lane)).toEqual([null])
})

test('periods of one doer that overlap are in rows of their own, and those of another need none', () => {
  const { lanes } = lanesOf([
    laned('a', 'attacker', span('2026-03-03T10:00Z', '2026-03-03T14:00Z')),
    laned('b', 'response', span('2026-03-03T11:00Z', '2026-03-03T15:00Z')),
    laned('c', 'attacker', span('2026-03-03T12:00Z', '2026-03-03T13:00Z')),
    laned('d', 'attacker', span('2026-03-03T14:00Z', '2026-03-03T15:00Z')),
  ])
  expect(lanes.map(({ rows, bars }) => [rows, bars.map(({ id, lane }) => [id, lane])])).toEqual([
    [
      2,
      [
        ['a', 0],
        ['c', 1],
        ['d', 0],
      ],
    ],
    [1, [['b', 0]]],
  ])
})

test('every event is drawn once, whatever the lanes are', () => {
  const event = fc.tuple(
    fc.option(fc.constantFrom(...LANES)),
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 0, max: 50 }),
  )
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 30 }), (events) => {
      const time = (hours: number): string =>
        `${new Date(Date.UTC(2026, 0, 1, hours)).toISOString().slice(0, 16)}Z`
      const given = events
        .toSorted(([, a], [, b]) => a - b)
        .map(([lane, start, length], at) =>
          laned(
            `e${at}`,
            lane,
            length === 0 ? instant(time(start)) : span(time(start), time(start + length)),
          ),
        )
      const { lanes } = lanesOf(given)
      const drawn = lanes.flatMap(({ marks, bars }) => [...marks, ...bars].map(({ id }) => id))
      expect(drawn.toSorted()).toEqual(given.map(({ id }) => id).toSorted())
      for (const { bars } of lanes)
        for (const [at, bar] of bars.entries())
          for (const other of bars.slice(at + 1))
            if (other.lane === bar.lane)
              expect(other.from >= bar.to || bar.from >= other.to).toBe(true)
    }),
  )
})

test('written times never touch, never leave the axis, and have the first and, where it fits, the last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
      fc.double({ min: 0.05, max: 0.4, noNaN: true }),
      (places, room) => {
        const starts = places
          .toSorted((a, b) => a - b)
          .map((at, index) => ({ id: `e${index}`, at }))
        const written = writtenTimes(starts, () => room)
        const spans = written.map(({ at, anchor }) => {
          const from = anchor === 'start' ? at : anchor === 'end' ? at - room : at - room / 2
          return [from, from + room] as const
        })
        expect(written[0]?.id).toBe('e0')
        for (const [from, to] of spans) {
          expect(from).toBeGreaterThanOrEqual(-1e-9)
          expect(to).toBeLessThanOrEqual(1 + 1e-9)
        }
        for (const [index, [from]] of spans.entries())
          if (index > 0) expect(from).toBeGreaterThanOrEqual(spans[index - 1]![1] - 1e-9)
        // A last one that is the whole axis away from the first is always written.
        if (starts.at(-1)!.at - starts[0]!.at > 2 * room)
          expect(written.at(-1)?.id).toBe(`e${starts.length - 1}`)
      },
    ),
  )
})
