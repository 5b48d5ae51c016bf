import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { stateOf, type DocumentState } from '../../../model/document/state.ts'
import type { Result } from '../../../model/errors/result.ts'
import type { Version } from '../../../model/history/version.ts'
import { api } from '../../api.ts'
import type { Session } from '../../session/session.ts'

type Versions = Result<readonly Version[]>

/** The versions of the postmortem on screen, the one that stands now first; null until they are read. */
export function useVersions(session: Session): {
  readonly versions: Versions | null
  /** Saves what is not saved and reads the versions again. */
  readonly reload: () => Promise<void>
} {
  const [versions, setVersions] = useState<Versions | null>(null)
  const reload = useCallback(async () => {
    await session.flush()
    const listed = await api.call('history.list', { id: session.id })
    setVersions(listed.ok ? { ok: true, value: listed.value.versions } : listed)
  }, [session])
  useEffect(() => {
    void reload()
  }, [reload])
  return { versions, reload }
}

/** A version as it stood; what stands now comes from the window itself. Null until it is read. */
export function useVersion(
  session: Session,
  version: number | null,
  isNow: boolean,
): Result<DocumentState> | null {
  const now = useStore(session.store, ({ state }) => state)
  const [read, setRead] = useState<{ version: number; state: Result<DocumentState> } | null>(null)
  useEffect(() => {
    if (version === null || isNow) return undefined
    let gone = false
    void api.call('history.open', { id: session.id, version }).then((opened) => {
      if (gone) return
      const state: Result<DocumentState> = opened.ok
        ? { ok: true, value: stateOf(opened.value.document, opened.value.translations) }
        : opened
      setRead({ version, state })
    })
    return () => {
      gone = true
    }
  }, [session, version, isNow])
  if (isNow) return { ok: true, value: now }
  return read?.version === version ? read.state : null
}
