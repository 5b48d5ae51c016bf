import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Session } from '../../session/session.ts'
import { openFind, opening } from './opening.ts'
import { FindPanel } from './panel.tsx'

/** Ctrl+F and Ctrl+H in a postmortem, and the panel that they open. */
export function Find({ session }: { readonly session: Session }) {
  const mode = useStore(opening, (now) => now.mode)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return
      if (!event.ctrlKey && !event.metaKey) return
      const key = event.key.toLowerCase()
      // With the Command key, H hides the app.
      if (key !== 'f' && !(key === 'h' && event.ctrlKey)) return
      event.preventDefault()
      openFind(key === 'f' ? 'find' : 'replace')
    }
    // On the document: a host that keeps a browser's keys from the page listens on the window.
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return mode === null ? null : <FindPanel session={session} mode={mode} />
}
