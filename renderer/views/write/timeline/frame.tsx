import { ArrowDownUp } from '../../../icons/icons.ts'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useHost } from '../../../editor/context.ts'
import { Button } from '../../../parts/button.tsx'
import type { Session } from '../../../session/session.ts'
import { sortEvents } from '../entry/place.ts'
import { PublicationZone } from './publication-zone.tsx'
import { TimelinePicture } from './timeline-picture.tsx'
import css from './timeline.module.css'
import { times } from './times.ts'

/** A picture of fewer says nothing that the list does not. */
const LEAST = 3

export interface TimelineFrameProps {
  readonly session: Session
  readonly section: string
  readonly className: string | undefined
  readonly children: ReactNode
}

/** What a section holds, and where it has events: the zone of their times, and a picture of them beside it. */
export function TimelineFrame({ session, section, className, children }: TimelineFrameProps) {
  const own = useStore(times(session), (all) => all.sections.get(section))
  const pictured = own !== undefined && own.inOrder && own.dated.length >= LEAST
  return (
    <>
      {own?.clocked === true && <PublicationZone session={session} />}
      {own?.inOrder === false && <OutOfOrder session={session} section={section} />}
      <div className={css['frame']} data-pictured={pictured || undefined}>
        {pictured && (
          <WhenNear>
            <TimelinePicture session={session} dated={own.dated} />
          </WhenNear>
        )}
        <div className={className}>{children}</div>
      </div>
    </>
  )
}

/** Events that came in another order than that of their times, as from a file. */
function OutOfOrder({ session, section }: Pick<TimelineFrameProps, 'session' | 'section'>) {
  const { t } = useTranslation('timeline')
  const host = useHost()
  const sort = (): void => {
    const { document } = session.store.getState().state
    const home = document.sections.find(({ id }) => id === section)
    if (home !== undefined) session.apply(sortEvents(home, document.metadata.zone))
  }
  return (
    <div className={css['note']}>
      <span>{t('outOfOrder')}</span>
      {!host.readOnly && (
        <Button onPress={sort}>
          <ArrowDownUp size={16} />
          {t('sort')}
        </Button>
      )}
    </div>
  )
}

/** Draws what is in it once it comes near to what one sees. */
function WhenNear({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: '50%' },
    )
    watch.observe(place.current!)
    return () => watch.disconnect()
  }, [])
  return (
    <div ref={place} className={css['side']}>
      {near && children}
    </div>
  )
}
