import { useEffect } from 'react'
import { words } from '../i18n/i18n.ts'
import { toast } from '../parts/toast.tsx'
import type { Session } from '../session/session.ts'
import { openView } from './route.ts'

/** Says when this window's words took the place of another's, and where those are. */
export function useClashes(session: Session): void {
  useEffect(
    () =>
      session.store.subscribe((now, before) => {
        if (now.clashes === before.clashes) return
        toast({
          text: words.t('windows:clash'),
          action: { text: words.t('windows:show'), onPress: () => openView('history') },
        })
      }),
    [session],
  )
}
