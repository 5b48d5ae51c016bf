import { createContext, useContext } from 'react'
import type { EditingHost } from './host.ts'

export const HostContext = createContext<EditingHost | null>(null)

/** The host of the editors around here. */
export function useHost(): EditingHost {
  const host = useContext(HostContext)
  if (host === null) throw new Error('an editor outside of Editing')
  return host
}

/** On whatever works on the active editor without being part of it: going there does not leave the editor. */
export const TOOLS = { 'data-tools': '' } as const
