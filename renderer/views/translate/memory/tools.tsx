import { useEffect, useState } from 'react'
import { provide } from '../../../commands/registry.ts'
import type { Session } from '../../../session/session.ts'
import { Pretranslate } from './pretranslate.tsx'
import { Repeat } from './repeat.tsx'

export interface MemoryToolsProps {
  readonly session: Session
  readonly locale: string
  /** The text that is worked on. */
  readonly unit: string | null
}

/** What the memory does for a language and for a text of it, by command. */
export function MemoryTools({ session, locale, unit }: MemoryToolsProps) {
  const [open, setOpen] = useState<'pretranslate' | 'repeat' | null>(null)
  const [close] = useState(() => () => setOpen(null))
  useEffect(() => {
    const isOpen = (): boolean => session.store.getState().save.kind !== 'readOnly'
    const isTranslated = (): boolean =>
      unit !== null && session.store.getState().state.translations.get(locale)?.has(unit) === true
    return provide({
      pretranslate: { run: () => setOpen('pretranslate'), ready: isOpen },
      repeat: {
        run() {
          session.settle()
          setOpen('repeat')
        },
        ready: () => isOpen() && isTranslated(),
      },
    })
  }, [session, locale, unit])
  if (open === 'pretranslate')
    return <Pretranslate session={session} locale={locale} onClose={close} />
  return open === 'repeat' && unit !== null ? (
    <Repeat key={unit} session={session} locale={locale} unit={unit} onClose={close} />
  ) : null
}
