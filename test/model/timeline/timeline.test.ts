import { describe, expect, test } from 'vitest'
import type { TimeValue } from '../../../model/document/time.ts'
import { axisOf } from '../../../model/timeline/axis.ts'
import { extentOf, type Extent } from '../../../model/timeline/extent.ts'
import { betweens, durationOf } from '../../../model/timeline/gap.ts'
import { inOrder, placeAmong, sorted } from '../../../model/timeline/order.ts'
import { pictureOf } from '../../../model/timeline/picture.ts'
import { readEventTime, readZone, type ZonePlan } from '../../../model/timeline/read.ts'

const day = (date: string): TimeValue => ({ kind: 'date', date })
const at = (instant: string, zone = 'UTC'): TimeValue => ({ kind: 'instant', at: instant, zone })
const span = (start: string, end: string): TimeValue => ({
  kind: 'span',
  of: 'instant',
  start,
  end,
  zone: 'UTC',
})
const extent = (when: TimeValue | null, endUncertain = false, zone = 'UTC'): Extent | null =>
  extentOf({ when, endUncertain }, zone)
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16)

describe('when an event was', () => {
  test('a day is as long as clocks in the zone make it, also when they are changed', () => {
    expect(extent(day('2026-03-29'), false, 'Europe/Amsterdam')!.start.map(iso)).toEqual([
      '2026-03-28T23:00',
      '2026-03-29T22:00',
    ])
    expect(extent(day('2026-02'))!.start.map(iso)).toEqual(['2026-02-01T00:00', '2026-03-01T00:00'])
    expect(extent(day('2025'))!.end.map(iso)).toEqual(['2025-01-01T00:00', '2026-01-01T00:00'])
  })

  test('a moment is known; what went on lasts, with an end that nobody knows', () => {
    const moment = extent(at('2026-03-03T17:02Z'))!
    expect(moment.start[0]).toBe(moment.start[1])
    expect(moment).toMatchObject({ lasting: false, uncertain: false })
    expect(extent(at('2026-03-03T17:02Z'), true)).toMatchObject({ lasting: true, uncertain: true })
  })
})

describe('the order of events', () => {
  const sortTimes = (times: (TimeValue | null)[]) => sorted(times, (when) => extent(when))

  test('is that of their times, with those without one last', () => {
    const [first, second, third] = [at('2026-03-03T17:02Z'), day('2026-03-04'), day('2026-04')]
    expect(sortTimes([null, third, second, first])).toEqual([first, second, third, null])
  })

  test('is the author’s where the times leave it open: a day and the moments in it', () => {
    const [morning, notified, evening] = [
      at('2026-03-03T08:00Z'),
      day('2026-03-03'),
      at('2026-03-03T20:00Z'),
    ]
    for (const times of [
      [notified, morning, evening],
      [morning, notified, evening],
      [morning, evening, notified],
    ]) {
      expect(inOrder(times.map((when) => extent(when)))).toBe(true)
      expect(sortTimes(times)).toEqual(times)
    }
    expect(inOrder([evening, notified, morning].map((when) => extent(when)))).toBe(false)
  })

  test('puts an event as near to where it is wanted as its time allows', () => {
    const others = ['2026-03-01', '2026-03-03', '2026-03-05'].map((date) => extent(day(date)))
    const place = (when: TimeValue | null, wanted: number) =>
      placeAmong(others, extent(when), wanted)
    expect(place(at('2026-03-03T12:00Z'), 0)).toBe(1)
    expect(place(at('2026-03-03T12:00Z'), 2)).toBe(2)
    expect(place(at('2026-03-03T12:00Z'), 3)).toBe(2)
    expect(place(null, 0)).toBe(3)
  })
})

describe('between two events', () => {
  test('a silence is told where it is long beside the others', () => {
    const times = ['T10:00Z', 'T10:05Z', 'T10:15Z', 'T10:22Z'].map((time) =>
      at(`2026-03-03${time}`),
    )
    const gaps = betweens([...times, at('2026-03-04T00:42Z')].map((when) => extent(when)))
    expect(gaps.map(({ gap }) => gap && durationOf(gap))).toEqual([
      null,
      null,
      null,
      null,
      'PT14H20M',
    ])
    expect(betweens(times.map((when) => extent(when))).every(({ gap }) => gap === null)).toBe(true)
  })

  test('there is no silence while a period lasts, and what falls into it says so', () => {
    const found = betweens(
      [
        span('2026-03-03T10:00Z', '2026-03-05T10:00Z'),
        at('2026-03-04T10:00Z'),
        at('2026-03-05T10:05Z'),
        null,
      ].map((when) => extent(when)),
    )
    expect(found.map(({ during }) => during)).toEqual([null, 0, null, null])
    expect(found[1]!.gap).toBeNull()
  })

  test('the days that a period is stated with belong to it', () => {
    const window: TimeValue = { kind: 'span', of: 'date', start: '2026-03-01', end: '2026-03-03' }
    const found = betweens(
      [window, day('2026-03-03'), at('2026-03-03T23:00Z'), at('2026-03-04T00:00Z')].map((when) =>
        extent(when),
      ),
    )
    expect(found.map(({ during }) => during)).toEqual([null, 0, 0, null])
  })

  test('a length of time is said with the two units that say most of it', () => {
    const [minute, hour, whole] = [60_000, 3_600_000, 86_400_000]
    expect(
      [30_000, 5 * minute, 3 * hour, 2 * whole + 5 * hour, 62 * whole].map(durationOf),
    ).toEqual(['PT30S', 'PT5M', 'PT3H', 'P2DT5H', 'P62D'])
  })
})

describe('the axis', () => {
  test('keeps minutes apart although a year lies between, and says where it leaves time out', () => {
    const minutes = [0, 10, 20, 30].map((n) => Date.parse('2025-01-01T00:00Z') + n * 60_000)
    const later = [0, 10, 25].map((n) => Date.parse('2026-01-01T00:00Z') + n * 60_000)
    const axis = axisOf([...later, ...minutes])
    expect(axis.breaks).toHaveLength(1)
    expect(axis.breaks[0]).toMatchObject({ from: minutes[3], to: later[0] })
    const places = [...minutes, ...later].map((moment) => axis.at(moment))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect([places[0], places.at(-1)]).toEqual([0, 1])
    // Ten minutes are as long before the break as after it.
    expect(axis.at(minutes[1]!) - axis.at(minutes[0]!)).toBeCloseTo(
      axis.at(later[1]!) - axis.at(later[0]!),
    )
    expect(axis.at(minutes[1]! - 300_000)).toBeCloseTo((axis.at(minutes[1]!) - 0) / 2)
  })

  test('of one moment is that moment in its middle', () => {
    expect(axisOf([5]).at(5)).toBe(0.5)
    expect(axisOf([]).at(5)).toBe(0.5)
  })
})

describe('the picture', () => {
  const dated = (...times: [TimeValue, boolean?][]) =>
    times.map(([when, uncertain], id) => ({ id: String(id), extent: extent(when, uncertain)! }))

  test('shows moments and days as marks, periods as bars in lanes of their own', () => {
    const picture = pictureOf(
      dated(
        [span('2026-03-01T00:00Z', '2026-03-03T00:00Z')],
        [span('2026-03-02T00:00Z', '2026-03-05T00:00Z'), true],
        [day('2026-03-02')],
        [span('2026-03-03T00:00Z', '2026-03-04T00:00Z')],
        [at('2026-03-04T12:00Z')],
      ),
      0.05,
    )
    expect(picture.bars.map(({ id, lane, fades }) => [id, lane, fades])).toEqual([
      ['0', 0, false],
      ['1', 1, true],
      ['3', 0, false],
    ])
    expect(picture.lanes).toBe(2)
    expect(picture.marks.map(({ id, from, to }) => [id, to > from])).toEqual([
      ['2', true],
      ['4', false],
    ])
  })

  test('writes no time where it would touch another', () => {
    const times = Array.from({ length: 500 }, (_, n): [TimeValue] => [
      at(
        `2026-03-03T${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}Z`,
      ),
    ])
    const { labels, marks } = pictureOf(dated(...times), 0.04)
    expect(marks).toHaveLength(500)
    expect(labels.length).toBeLessThanOrEqual(26)
    labels.slice(1).forEach(({ at: place }, index) => {
      expect(place - labels[index]!.at).toBeGreaterThanOrEqual(0.04)
    })
  })

  test('fades out a period whose end nobody knows, within the picture', () => {
    const [bar] = pictureOf(
      dated([at('2026-03-01T00:00Z')], [at('2026-03-02T00:00Z'), true]),
      0.05,
    ).bars
    expect(bar).toMatchObject({ id: '1', to: 1, fades: true })
    expect(bar!.from).toBeLessThan(1)
  })
})

describe('a time as it is read', () => {
  const words = { openEnd: 'from {value}, end not known', uncertainEnd: '{value}, end not certain' }
  const typed: ZonePlan = { zone: undefined, named: true, first: null }
  const plan: ZonePlan = { zone: 'Asia/Tokyo', named: false, first: '2026-03-03T17:02Z' }
  const plain = (text: string): string => text.replace(/\s/gu, ' ')

  test('is in the zone it was typed in until the document has one for all', () => {
    const when = at('2026-03-03T17:02Z', 'Europe/Amsterdam')
    expect(plain(readEventTime({ when }, 'en', typed, words))).toBe(
      'March 3, 2026 at 6:02 PM GMT+1',
    )
    expect(plain(readEventTime({ when }, 'en', plan, words))).toBe('March 4, 2026 at 2:02 AM')
    expect(readZone(plan, 'en')).toBe('Japan Standard Time')
    expect(readZone(typed, 'en')).toBeNull()
  })

  test('says what is not known of its end', () => {
    expect(readEventTime({ when: day('2026-03'), endUncertain: true }, 'en', plan, words)).toBe(
      'from March 2026, end not known',
    )
    const when = span('2026-03-03T01:00Z', '2026-03-03T02:00Z')
    expect(plain(readEventTime({ when, endUncertain: true }, 'en', plan, words))).toBe(
      'March 3, 2026, 10:00 – 11:00 AM, end not certain',
    )
  })
})
