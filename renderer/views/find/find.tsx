import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Session } from '../../session/session.ts'
import { closeFind, openFind, opening } from './opening.ts'
import { FindPanel } from './panel.tsx'

/** Ctrl+F and Ctrl+H in a postmortem, and the panel that they open. */
export function Find({ session }: { readonly session: Session }) {
  const mode = useStore(opening, (now) => now.mode)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.shiftKey) return
      const { ctrlKey, metaKey, altKey } = event
      const key = event.key.toLowerCase()
      const finds = key === 'f' && (ctrlKey || metaKey) && !altKey
      // With the Command key, H hides the app; and the Option key makes another letter of F.
      const replaces =
        (key === 'h' && ctrlKey && !altKey) || (event.code === 'KeyF' && metaKey && altKey)
      if (!finds && !replaces) return
      event.preventDefault()
      openFind(finds ? 'find' : 'replace')
    }
    // On the document: a host that keeps a browser's keys from the page listens on the window.
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      closeFind()
    }
  }, [])
  return mode === null ? null : <FindPanel session={session} mode={mode} />
}
