import { useEffect, useMemo, type ReactNode } from 'react'
import { offerInsertions } from '../commands/inserting.ts'
import { provide } from '../commands/registry.ts'
import type { Session } from '../session/session.ts'
import { deactivate } from './active.ts'
import { Bubble } from './bubble/bubble.tsx'
import { textHandlers } from './commands.ts'
import { HostContext } from './context.ts'
import { Spelling } from '../spelling/spelling.tsx'
import { createHost } from './host.ts'
import type { Inserts } from './insert.ts'
import { insertionsOf } from './insertions.ts'
import { Popups } from './popups.tsx'

export interface EditingProps {
  readonly session: Session
  /** The language of the texts. */
  readonly locale: string
  /** Never a new object for the same thing: it starts every editor over. */
  readonly inserts?: Inserts | null
  readonly children: ReactNode
}

/** Gives the editors below it one session, one language, one toolbar and one place for what floats. */
export function Editing({ session, locale, inserts = null, children }: EditingProps) {
  const host = useMemo(() => createHost(session, locale, inserts), [session, locale, inserts])
  useEffect(() => {
    const leave = (event: FocusEvent): void => {
      const { editor } = host.active.getState()
      const target = event.target
      if (editor === null || host.popup.getState().open !== null || !(target instanceof Element))
        return
      if (editor.getRootElement()?.contains(target) || target.closest('[data-tools]')) return
      // Menus and lists of the tools are drawn at the end of the page, outside of the view.
      if (target.closest('#root') === null) return
      deactivate(host.active)
    }
    document.addEventListener('focusin', leave)
    return () => document.removeEventListener('focusin', leave)
  }, [host])
  useEffect(() => provide(textHandlers(host)), [host])
  useEffect(() => offerInsertions(() => insertionsOf(host)), [host])
  return (
    <HostContext value={host}>
      {children}
      <Popups />
      {!host.readOnly && <Bubble />}
      <Spelling />
    </HostContext>
  )
}
