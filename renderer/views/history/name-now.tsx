import { toastFailure } from '../../app/failure-toast.ts'
import { useEffect } from 'react'
import type { Session } from '../../session/session.ts'
import { NameDialog } from './name-dialog.tsx'
import { useVersions } from './versions.ts'

export interface NameNowProps {
  readonly session: Session
  readonly onClose: () => void
}

/** Names the version that stands now, from wherever one is. */
export function NameNow({ session, onClose }: NameNowProps) {
  const { versions } = useVersions(session)
  useEffect(() => {
    if (versions === null || versions.ok) return
    toastFailure(versions.error)
    onClose()
  }, [versions, onClose])
  const now = versions?.ok ? versions.value[0] : undefined
  return now === undefined ? null : <NameDialog id={session.id} version={now} onClose={onClose} />
}
