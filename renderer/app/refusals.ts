import { useEffect } from 'react'
import type { Session } from '../session/session.ts'
import { toastFailure } from './failure-toast.ts'

/** Says why something was not added that a document has no room for. */
export function useRefusals(session: Session): void {
  useEffect(
    () =>
      session.store.subscribe(({ refused }, before) => {
        if (refused !== null && refused !== before.refused) toastFailure(refused)
      }),
    [session],
  )
}
