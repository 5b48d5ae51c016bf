import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { findBlock } from '../../../../model/document/state.ts'
import type { TimeValue } from '../../../../model/document/time.ts'
import { readDuration } from '../../../../model/facts/duration.ts'
import { durationOf } from '../../../../model/timeline/gap.ts'
import { pictureOf, type Dated } from '../../../../model/timeline/picture.ts'
import { readEventTime } from '../../../../model/timeline/read.ts'
import { useHost } from '../../../editor/context.ts'
import { eventWordsOf } from '../../../editor/host.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { Session } from '../../../session/session.ts'
import { sayFirst } from '../entry/say.ts'
import { goToBlock } from '../go.ts'
import { Shapes, placesOf } from './shapes.tsx'
import css from './timeline.module.css'
import { timeLabel } from '../../../../model/timeline/label.ts'
import { times } from './times.ts'

/** What a written time takes of the length, and how long the picture is, in CSS pixels. */
const LINE = 19
const lengthFor = (events: number): number => Math.min(460, Math.max(170, events * 24))

export interface TimelinePictureProps {
  readonly session: Session
  readonly dated: readonly Dated[]
}

/**
 * The events on an axis, from the first at the top to the last: moments as dots, days of which no more is known as
 * wide ones, periods as bars. One stop for the Tab key; arrows go from event to event, and Enter to the entry.
 */
export function TimelinePicture({ session, dated }: TimelinePictureProps) {
  const { t } = useTranslation('timeline')
  const host = useHost()
  const format = useFormat()
  const plan = useStore(
    times(session),
    useShallow((all) => all.plan),
  )
  const length = lengthFor(dated.length)
  const picture = useMemo(() => pictureOf(dated, LINE / length), [dated, length])
  const places = useMemo(() => placesOf(picture), [picture])
  const [at, setAt] = useState(0)
  const [hovered, setHovered] = useState<string | null>(null)
  const [entered, setEntered] = useState(false)
  const stop = useRef<HTMLButtonElement>(null)
  const moved = useRef(false)

  const current = dated[Math.min(at, dated.length - 1)]!.id
  useEffect(() => {
    if (moved.current) stop.current?.focus({ preventScroll: true })
    moved.current = false
  }, [current])

  const whenOf = (id: string): TimeValue | null => {
    const block = findBlock(session.store.getState().state.document, id)
    return block?.kind === 'event' ? block.when : null
  }
  const labels = useMemo(() => {
    let before: TimeValue | null = null
    return picture.labels.map(({ id, at: place }) => {
      const when = whenOf(id)
      const text = when === null ? '' : timeLabel(when, before, host.locale, plan.zone)
      before = when
      return { id, place, text }
    })
    // The times are those that the picture was made of.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [picture, plan, host])

  const say = (id: string): string => {
    const { document } = session.store.getState().state
    const block = findBlock(document, id)
    if (block?.kind !== 'event') return ''
    const time = readEventTime(block, host.locale, plan, eventWordsOf(host.locale))
    return `${time} · ${sayFirst(document, block, host.locale)}`
  }
  const go = (step: number): void => {
    moved.current = true
    setAt(Math.max(0, Math.min(dated.length - 1, at + step)))
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -Infinity,
    End: Infinity,
  }
  const longest = picture.breaks.reduce((most, { from, to }) => Math.max(most, to - from), 0)
  const description = [
    t('picture', {
      count: dated.length,
      from: say(dated[0]!.id).split(' · ')[0]!,
      to: say(dated.at(-1)!.id).split(' · ')[0]!,
    }),
    longest === 0
      ? ''
      : t('pictureGap', {
          duration: readDuration(
            { kind: 'duration', duration: durationOf(longest) },
            format.locale,
          ),
        }),
  ].join(' ')
  const told = hovered ?? (entered ? current : null)
  const place = places.get(current)!

  return (
    <figure className={css['picture']} aria-label={t('title')}>
      <div className={css['plot']} style={{ blockSize: `${length}px` }}>
        <div className={css['labels']} lang={host.locale} aria-hidden>
          {labels.map(({ id, place: top, text }) => (
            <span key={id} style={{ insetBlockStart: `${top * 100}%` }}>
              {text}
            </span>
          ))}
        </div>
        <Shapes
          picture={picture}
          label={description}
          current={told}
          onPoint={setHovered}
          onPick={goToBlock}
        />
        <button
          key={current}
          ref={stop}
          type="button"
          className={css['stop']}
          style={{ insetBlockStart: `${place.at * 100}%`, insetInlineStart: `${place.across}px` }}
          aria-label={t('event', {
            name: say(current),
            number: format.number(at + 1),
            count: dated.length,
          })}
          onFocus={() => setEntered(true)}
          onBlur={() => setEntered(false)}
          onClick={() => goToBlock(current)}
          onKeyDown={(event) => {
            const step = steps[event.key]
            if (step === undefined) return
            event.preventDefault()
            event.stopPropagation()
            go(step)
          }}
        />
      </div>
      <figcaption className={css['caption']} title={told === null ? undefined : say(told)}>
        {told === null ? null : <bdi lang={host.locale}>{say(told)}</bdi>}
      </figcaption>
    </figure>
  )
}
