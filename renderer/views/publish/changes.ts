import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '../../../model/contract/calls.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { Result } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'
import type { Session } from '../../session/session.ts'

export type ReleaseChanges = Output<'release.changes'>

/**
 * What is different from what was published last for an audience in these languages, as the library has it; asked again after
 * each save and each release (`released`). Null until the first answer: nothing may be published before it was compared.
 */
export function useReleaseChanges(
  session: Session,
  audience: Audience,
  locales: readonly string[],
  released: number,
): Result<ReleaseChanges> | null {
  const saved = useStore(session.store, ({ save, state }) =>
    save.kind === 'saved' ? state : undefined,
  )
  const [changes, setChanges] = useState<Result<ReleaseChanges> | null>(null)
  const chosen = locales.join(' ')
  useEffect(() => {
    if (saved === undefined) return undefined
    let stale = false
    const input = { id: session.id, audience, locales: chosen.split(' ').filter(Boolean) }
    void api.call('release.changes', input).then((compared) => {
      if (!stale) setChanges(compared)
    })
    return () => {
      stale = true
    }
  }, [session.id, audience, chosen, saved, released])
  return changes
}
