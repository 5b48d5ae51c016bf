import { useEffect } from 'react'
import { pseudoChanges, withoutPseudo } from '../../../model/pseudo/changes.ts'
import { provide } from '../../commands/registry.ts'
import { words } from '../../i18n/i18n.ts'
import { toast } from '../../parts/toast.tsx'
import type { Session } from '../../session/session.ts'

/** Fills what nobody translated with pseudo-text, or takes it out again, as one step. */
function change(session: Session, locale: string, kind: 'filled' | 'emptied'): void {
  session.settle()
  const { state } = session.store.getState()
  const changes =
    kind === 'filled'
      ? pseudoChanges(state, locale, new Date().toISOString())
      : withoutPseudo(state, locale)
  if (changes.length > 0) session.apply(changes)
  toast({
    text: words.t(`service:pseudo.${kind}`, { count: changes.length }),
    ...(changes.length === 0
      ? {}
      : { action: { text: words.t('common:undo'), onPress: () => session.undo() } }),
  })
}

/** The commands that try a layout in a language. */
export function usePseudo(session: Session, locale: string | null): void {
  useEffect(() => {
    if (locale === null) return
    const isOpen = (): boolean => session.store.getState().save.kind !== 'readOnly'
    return provide({
      pseudo: { run: () => change(session, locale, 'filled'), ready: isOpen },
      removePseudo: { run: () => change(session, locale, 'emptied'), ready: isOpen },
    })
  }, [session, locale])
}
