import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Audience } from '../../model/document/audience.ts'
import type { Failure } from '../../model/errors/result.ts'
import { api } from '../api.ts'
import { listenForCommands } from '../commands/listen.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import type { Session } from '../session/session.ts'
import { markUnit, patchPage, unitAt } from './page.ts'
import css from './preview.module.css'

export interface PreviewProps {
  readonly session: Session
  readonly locale: string
  readonly audience: Audience
  readonly title: string
  /** The unit to point at. */
  readonly unit?: string | null
  /** A unit of the page was clicked. */
  readonly onUnit?: (unit: string) => void
  /** A key was pressed in the page. */
  readonly onKey?: (event: KeyboardEvent) => void
}

/**
 * The page as it will be published, by the same code, from what is saved. It loads once; every later save changes it
 * in place. It runs no script of its own: the frame is sandboxed, and its policy allows none.
 */
export function Preview(props: PreviewProps) {
  const { session, locale, audience } = props
  // Another language or audience is another page; loading it anew forgets the place in the old one.
  return <Frame key={`${session.id} ${locale} ${audience}`} {...props} />
}

function Frame({ session, locale, audience, title, unit = null, onUnit, onKey }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const [loaded, setLoaded] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  // Between saves there is nothing new to show: the page is made from what the library holds.
  const saved = useStore(session.store, ({ save, state }) =>
    save.kind === 'saved' ? state : undefined,
  )
  const serial = useRef(0)
  const pointed = useRef<string | null>(unit)

  useEffect(() => {
    if (saved === undefined) return
    const turn = ++serial.current
    void api.call('preview.page', { id: session.id, locale, audience }).then((page) => {
      if (turn !== serial.current) return
      setFailure(page.ok ? null : page.error)
      if (!page.ok) return
      setReady(true)
      const shown = frame.current?.contentDocument
      if (!shown || !loaded) return
      patchPage(shown, page.value.html)
      markUnit(shown, pointed.current)
    })
  }, [session.id, locale, audience, saved, loaded])

  const onLoad = useCallback(() => {
    const shown = frame.current?.contentDocument
    if (!shown) return
    shown.addEventListener('click', (event) => {
      // Links lead out of the page; here a click asks for the text behind it.
      event.preventDefault()
      const clicked = unitAt(event)
      if (clicked !== null) latest.current?.(clicked)
    })
    listenForCommands(shown)
    shown.addEventListener('keydown', (event) => keys.current?.(event))
    setLoaded(true)
  }, [])
  const latest = useRef(onUnit)
  const keys = useRef(onKey)
  useEffect(() => {
    latest.current = onUnit
    keys.current = onKey
  }, [onUnit, onKey])

  useEffect(() => {
    pointed.current = unit
    const shown = frame.current?.contentDocument
    if (shown && loaded) markUnit(shown, unit)
  }, [unit, loaded])

  return (
    <div className={css['preview']}>
      {failure !== null && (
        <div className={css['failure']}>
          <ErrorNote failure={failure} />
        </div>
      )}
      {ready && (
        <iframe
          ref={frame}
          title={title}
          className={css['frame']}
          src={`/preview/${session.id}/${encodeURIComponent(locale)}?audience=${audience}`}
          sandbox="allow-same-origin"
          onLoad={onLoad}
          hidden={failure !== null}
        />
      )}
    </div>
  )
}
