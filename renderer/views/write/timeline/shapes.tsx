import { useId, useMemo, type PointerEvent } from 'react'
import type { Picture } from '../../../../model/timeline/picture.ts'
import css from './timeline.module.css'

/** From the inline start of the picture, in CSS pixels: its width, the axis, and the lanes of the periods. */
const WIDTH = 168
const AXIS = 112
const LANES = 124
const WIDEST = 9
/** With more events than this, dots would hide one another. */
const MANY = 60

/** Where an event is: along the axis from 0 to 1, and in pixels across it. */
export interface Place {
  readonly at: number
  readonly across: number
}

const laneWidth = ({ lanes }: Picture): number =>
  Math.min(WIDEST, (WIDTH - LANES) / Math.max(1, lanes))

/** The places of all events of a picture. */
export function placesOf(picture: Picture): ReadonlyMap<string, Place> {
  const width = laneWidth(picture)
  return new Map([
    ...picture.marks.map(
      ({ id, from, to }) => [id, { at: (from + to) / 2, across: AXIS }] as const,
    ),
    ...picture.bars.map(
      ({ id, from, lane }) => [id, { at: from, across: LANES + (lane + 0.5) * width }] as const,
    ),
  ])
}

export interface ShapesProps {
  readonly picture: Picture
  /** What it shows, in words. */
  readonly label: string
  /** The event that is pointed out. */
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
  readonly onPick: (id: string) => void
}

const percent = (place: number): string => `${place * 100}%`

/** The axis, the dots and the bars. It is mirrored as a whole where text runs from right to left. */
export function Shapes({ picture, label, current, onPoint, onPick }: ShapesProps) {
  const fade = useId()
  const { marks, bars, breaks } = picture
  const width = laneWidth(picture)
  const radius = marks.length > MANY ? 2 : 4.5
  const kept = useMemo(() => {
    // The axis is drawn where it is true to time, and dashed where time is left out.
    const starts = [0, ...breaks.map(({ end }) => end)]
    const ends = [...breaks.map(({ start }) => start), 1]
    return starts.map((from, at) => ({ from, to: ends[at]! }))
  }, [breaks])
  const idAt = (event: PointerEvent<SVGSVGElement>): string | null =>
    (event.target as Element).getAttribute('data-event')
  return (
    <svg
      role="img"
      aria-label={label}
      className={css['shapes']}
      data-many={marks.length > MANY || undefined}
      width={WIDTH}
      onPointerMove={(event) => onPoint(idAt(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        const id = (event.target as Element).getAttribute('data-event')
        if (id !== null) onPick(id)
      }}
    >
      <defs>
        <linearGradient id={fade} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0.35" className={css['solid']} />
          <stop offset="1" className={css['clear']} />
        </linearGradient>
      </defs>
      {kept.map(({ from, to }) => (
        <line
          key={from}
          className={css['axis']}
          x1={AXIS}
          x2={AXIS}
          y1={percent(from)}
          y2={percent(to)}
        />
      ))}
      {breaks.map(({ start, end }) => (
        <line
          key={start}
          className={css['break']}
          x1={AXIS}
          x2={AXIS}
          y1={percent(start)}
          y2={percent(end)}
        />
      ))}
      {bars.map(({ id, from, to, lane, fades }) => (
        <rect
          key={id}
          data-event={id}
          data-current={id === current || undefined}
          className={css['bar']}
          fill={fades ? `url(#${fade})` : undefined}
          data-fades={fades || undefined}
          x={LANES + lane * width}
          width={Math.max(1, width - 2)}
          y={percent(from)}
          height={percent(to - from)}
          rx={Math.min(3, width / 3)}
        />
      ))}
      {marks.map(({ id, from, to }) =>
        to > from ? (
          <rect
            key={id}
            data-event={id}
            data-current={id === current || undefined}
            className={css['day']}
            x={AXIS - radius}
            width={2 * radius}
            y={percent(from)}
            height={percent(to - from)}
            rx={radius}
          />
        ) : (
          <circle
            key={id}
            data-event={id}
            data-current={id === current || undefined}
            className={css['moment']}
            cx={AXIS}
            cy={percent(from)}
            r={radius}
          />
        ),
      )}
    </svg>
  )
}
