import { useEffect } from 'react'
import { useStore } from 'zustand'
import { provide } from '../../commands/registry.ts'
import type { Session } from '../../session/session.ts'
import { closeFind, openFind, opening } from './opening.ts'
import { FindPanel } from './panel.tsx'

/** Finding and replacing in a postmortem, and the panel that they open. */
export function Find({ session }: { readonly session: Session }) {
  const mode = useStore(opening, (now) => now.mode)
  useEffect(() => {
    const stop = provide({ find: () => openFind('find'), replace: () => openFind('replace') })
    return () => {
      stop()
      closeFind()
    }
  }, [])
  return mode === null ? null : <FindPanel session={session} mode={mode} />
}
