import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Audience } from '../../model/document/audience.ts'
import type { Input } from '../../model/contract/calls.ts'
import type { Failure } from '../../model/errors/result.ts'
import type { Theme } from '../../model/theme/theme.ts'
import { api } from '../api.ts'
import { listenForCommands } from '../commands/listen.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import type { Session } from '../session/session.ts'
import { markUnit, patchPage, readPage, unitAt } from './page.ts'
import css from './preview.module.css'

export interface PreviewProps {
  readonly session: Session
  readonly locale: string
  readonly audience: Audience
  readonly title: string
  /** What it would look like in this one. */
  readonly theme?: Theme
  /** As it would be published so; the same object for as long as nothing was decided or published. */
  readonly release?: Input<'preview.page'>['release']
  /** The unit to point at. */
  readonly unit?: string | null
  /** A unit of the page was clicked. */
  readonly onUnit?: (unit: string) => void
  /** A key was pressed in the page. */
  readonly onKey?: (event: KeyboardEvent) => void
}

/** A page that takes the core no longer is made anew at each save. In ms. */
const SHORT = 100
/** Another one waits until so many times as long nothing more was saved. */
const SHARE = 3

/**
 * The page as it will be published, by the same code, from what is saved. It loads once; every later save changes it
 * in place. It runs no script of its own: the frame is sandboxed, and its policy allows none.
 */
export function Preview(props: PreviewProps) {
  const { session, locale, audience } = props
  // Another language or audience is another page; loading it anew forgets the place in the old one.
  return <Frame key={`${session.id} ${locale} ${audience}`} {...props} />
}

function Frame(props: PreviewProps) {
  const { session, locale, audience, title, theme, release, unit = null, onUnit, onKey } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const [loaded, setLoaded] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  // Between saves there is nothing new to show: the page is made from what the library holds.
  const saved = useStore(session.store, ({ save, state }) =>
    save.kind === 'saved' ? state : undefined,
  )
  // Another theme is another page, without a word of the document changed.
  const [themes, setThemes] = useState(0)
  useEffect(() => api.on('themes.changed', () => setThemes((count) => count + 1)), [])
  const serial = useRef(0)
  const pointed = useRef<string | null>(unit)

  // How long the core took for the page last, in ms: while it makes a long one, nobody else is answered.
  const took = useRef(0)
  useEffect(() => {
    if (saved === undefined) return
    const turn = ++serial.current
    const isLate = (): boolean => turn !== serial.current
    const ask = async (): Promise<void> => {
      const since = performance.now()
      const page = await api.call('preview.page', {
        ...{ id: session.id, locale, audience },
        ...(theme === undefined ? {} : { theme }),
        ...(release === undefined ? {} : { release }),
      })
      took.current = performance.now() - since
      if (isLate()) return
      setFailure(page.ok ? null : page.error)
      if (!page.ok) return
      setReady(true)
      const shown = frame.current?.contentDocument
      if (!shown || !loaded) return
      const next = readPage(shown, page.value.html)
      if (next === null) return
      // To read a long page is a task of its own.
      await new Promise((next) => setTimeout(next))
      if (frame.current?.contentDocument !== shown) return
      patchPage(shown, next)
      markUnit(shown, pointed.current)
    }
    const timer = setTimeout(() => void ask(), took.current < SHORT ? 0 : SHARE * took.current)
    return () => clearTimeout(timer)
  }, [session.id, locale, audience, saved, loaded, theme, release, themes])

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
