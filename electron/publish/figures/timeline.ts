import { h, s } from 'hastscript'
import type { Element } from 'hast'
import type { Event } from '../../../model/document/block.ts'
import { extentOf } from '../../../model/timeline/extent.ts'
import { timeLabel } from '../../../model/timeline/label.ts'
import {
  lanesOf,
  writtenTimes,
  type LanePicture,
  type LanesPicture,
} from '../../../model/timeline/lanes.ts'
import type { Mark } from '../../../model/timeline/picture.ts'
import { readEventTime } from '../../../model/timeline/read.ts'
import type { Rendering } from '../rendering.ts'

/** With fewer events a list says the same and says it better. */
const FEWEST = 3

/** Heights, in em of the picture's own type: the name of a lane, a row of it, what is between lanes, the times below. */
const NAME = 1.55
const ROW = 1.25
const BETWEEN = 0.55
const TIMES = 1.7
const DOT = 0.42
/** What is free at either end, of the length: paper cuts off what reaches over its edge. */
const INSET = 0.012
/** A day that would be drawn as short as a dot is one. */
const SHORT = 0.03
/** How long the picture is at least, in em of its own type: on a phone, and where there is room. */
const LENGTH = { narrow: 20, wide: 38 } as const
/** What a written character takes at most on an average, in em, and what keeps two times apart. */
const CHARACTER = 0.56
const WIDE_CHARACTER = 1.04
const APART = 0.9
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const lengthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (WIDE.test(character) ? WIDE_CHARACTER : CHARACTER),
    APART,
  )

const isDay = ({ from, to }: Mark): boolean => to > from

const em = (length: number): string => `${+length.toFixed(3)}em`
const percent = (part: number): string => `${+(part * 100).toFixed(3)}%`

/** The axis of a lane: true to time where the line is whole, and dashed where time is left out. */
function track(picture: LanesPicture, x: (at: number) => string, y: number): Element[] {
  const starts = [0, ...picture.breaks.map(({ end }) => end)]
  const ends = [...picture.breaks.map(({ start }) => start), 1]
  const line = (className: string, from: number, to: number): Element =>
    s('line', { className: [className], x1: x(from), x2: x(to), y1: em(y), y2: em(y) })
  return [
    ...starts.map((from, at) => line('axis', from, ends[at]!)),
    ...picture.breaks.map(({ start, end }) => line('left-out', start, end)),
  ]
}

/** The moments, days and periods of one lane around its track. */
function shapes(
  { marks, bars }: LanePicture,
  place: (from: number, to: number) => { x: string; width: string },
  x: (at: number) => string,
  y: number,
): Element[] {
  return [
    ...bars.map(({ from, to, lane, fades }) =>
      s('rect', {
        className: fades ? ['bar', 'open'] : ['bar'],
        ...place(from, to),
        y: em(y + lane * ROW - DOT),
        height: em(2 * DOT),
        rx: em(0.2),
      }),
    ),
    ...marks.map((mark) => {
      const { from, to } = mark
      const className = [isDay(mark) ? 'day' : 'moment']
      return to - from > SHORT
        ? s('rect', {
            className,
            ...place(from, to),
            y: em(y - DOT),
            height: em(2 * DOT),
            rx: em(DOT),
          })
        : s('circle', { className, cx: x((from + to) / 2), cy: em(y), r: em(DOT) })
    }),
  ]
}

/** The written times of one width, each with a line up to the events. */
function times(
  page: Rendering,
  picture: LanesPicture,
  events: ReadonlyMap<string, Event>,
  width: keyof typeof LENGTH,
  x: (at: number) => string,
  bottom: number,
): Element {
  const say = (id: string, before: string | null): string => {
    const when = events.get(id)?.when ?? null
    const last = before === null ? null : (events.get(before)?.when ?? null)
    return when === null ? '' : timeLabel(when, last, page.locale, page.zone.zone)
  }
  const written = writtenTimes(
    picture.starts,
    (id, before) => lengthOf(say(id, before)) / LENGTH[width],
  )
  return s(
    'g',
    { className: [width] },
    written.flatMap(({ id, at, anchor }, index) => [
      s('line', { className: ['tick'], x1: x(at), x2: x(at), y1: '0', y2: em(bottom) }),
      s(
        'text',
        { x: x(at), y: em(bottom + 1.15), textAnchor: anchor },
        say(id, written[index - 1]?.id ?? null),
      ),
    ]),
  )
}

/** What the signs of the picture mean that do not explain themselves. */
function keyOf(page: Rendering, { breaks, lanes }: LanesPicture): string[] {
  const { figures } = page.words
  return [
    ...(breaks.length > 0 ? [figures.break] : []),
    ...(lanes.some(({ marks }) => marks.some(isDay)) ? [figures.day] : []),
  ]
}

/** A timeline as elements of SVG: places are parts of the width, heights are in em of the type around them. */
export interface TimelineDrawing {
  readonly shapes: readonly Element[]
  /** In em. */
  readonly height: number
  /** What it shows, in a sentence. */
  readonly label: string
  /** Sentences. */
  readonly key: readonly string[]
}

/**
 * The events along one axis, a lane for each doer. Null where a list says the same and says it better.
 *
 * @param events in the order of their times
 * @param widths how long it may be shown: the times that have room are written for each, in a group of this class
 */
export function timelineDrawing(
  page: Rendering,
  events: readonly Event[],
  widths: readonly (keyof typeof LENGTH)[],
): TimelineDrawing | null {
  const laned = events.flatMap((event) => {
    const extent = extentOf(event, page.zone.zone)
    return extent === null ? [] : [{ id: event.id, extent, lane: event.lane ?? null }]
  })
  if (laned.length < FEWEST) return null
  const picture = lanesOf(laned)
  const turned = page.direction === 'rtl'
  const x = (at: number): string => percent(INSET + (turned ? 1 - at : at) * (1 - 2 * INSET))
  const place = (from: number, to: number) => ({
    x: x(turned ? to : from),
    width: percent((to - from) * (1 - 2 * INSET)),
  })
  const byId = new Map(events.map((event) => [event.id, event]))
  const say = (id: string): string =>
    readEventTime(byId.get(id)!, page.locale, page.zone, page.words.labels)

  let top = 0
  const lanes = picture.lanes.map((lane) => {
    const name = lane.lane === null ? 0 : NAME
    const y = top + name + ROW / 2
    top += name + lane.rows * ROW + BETWEEN
    return s('g', { className: ['lane', ...(lane.lane === null ? [] : [lane.lane])] }, [
      ...(lane.lane === null
        ? []
        : [
            s(
              'text',
              { className: ['name'], x: x(0), y: em(y - ROW / 2 - 0.35) },
              page.words.lanes[lane.lane],
            ),
          ]),
      ...track(picture, x, y),
      ...shapes(lane, place, x, y),
    ])
  })
  return {
    shapes: [...widths.map((width) => times(page, picture, byId, width, x, top)), ...lanes],
    height: top + TIMES,
    label: page.words.figures.timeline
      .replace('{from}', () => say(laned[0]!.id))
      .replace('{to}', () => say(laned.at(-1)!.id)),
    key: keyOf(page, picture),
  }
}

/**
 * The picture of a timeline on a page. It shows at a glance how the events lie; what each one is stands in the list
 * after it, which is its data.
 *
 * @param events in the order of their times
 */
export function timelineFigure(page: Rendering, events: readonly Event[]): Element[] {
  const widths = page.medium === 'print' ? (['wide'] as const) : (['narrow', 'wide'] as const)
  const drawing = timelineDrawing(page, events, widths)
  if (drawing === null) return []
  const { label, height, key } = drawing
  return [
    h('figure.picture', [
      s('svg', { role: 'img', ariaLabel: label, width: '100%', height: em(height) }, [
        ...drawing.shapes,
      ]),
      ...(key.length === 0
        ? []
        : [
            h(
              'figcaption',
              key.map((text) => h('p', text)),
            ),
          ]),
    ]),
  ]
}
