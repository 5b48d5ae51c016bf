import { useEffect, useState } from 'react'
import type { UnitInLocale } from '../../../../model/units/locale-view.ts'
import { provide } from '../../../commands/registry.ts'
import type { FactReader } from '../../../editor/fact/reader.ts'
import type { Session } from '../../../session/session.ts'
import { useConsent } from './consent.tsx'
import { Proofread } from './proofread.tsx'
import { insertSuggestion, useSuggestion } from './suggestion.ts'
import { SuggestionPanel } from './suggestion-panel.tsx'
import { TranslateOpen } from './translate-open.tsx'

export interface AssistProps {
  readonly session: Session
  readonly locale: string
  readonly sourceLocale: string
  readonly worked: UnitInLocale | undefined
  readonly reader: FactReader
  /** Puts the caret into the translation of a unit. */
  readonly onEnter: (unit: string) => void
}

/** What services of the person's own are asked in Translate, each time that the person says so. */
export function Assist({ session, locale, sourceLocale, worked, reader, onEnter }: AssistProps) {
  const { asked, dialog } = useConsent()
  const { suggestion, ask, stop } = useSuggestion(session, locale, worked, asked)
  const [open, setOpen] = useState<'engine' | 'source' | 'translation' | null>(null)

  function insert(): void {
    if (worked === undefined || suggestion.kind !== 'there') return
    insertSuggestion(session, locale, worked, suggestion)
    stop()
    onEnter(worked.unit.id)
  }

  const canWrite = (): boolean => session.store.getState().save.kind !== 'readOnly'
  useEffect(() =>
    provide({
      suggest: {
        // What is there already is put in by the same key.
        run: () => (suggestion.kind === 'there' ? insert() : ask()),
        ready: () => worked !== undefined && worked.state !== 'approved' && canWrite(),
      },
      translateOpen: { run: () => setOpen('engine'), ready: canWrite },
      proofread: { run: () => setOpen('translation'), ready: canWrite },
      proofreadSource: { run: () => setOpen('source'), ready: canWrite },
    }),
  )

  const close = (): void => setOpen(null)
  return (
    <>
      <SuggestionPanel
        suggestion={suggestion}
        locale={locale}
        reader={reader}
        fixed={worked?.state === 'approved'}
        onInsert={insert}
        onStop={stop}
      />
      {open === 'engine' && <TranslateOpen session={session} locale={locale} onClose={close} />}
      {(open === 'source' || open === 'translation') && (
        <Proofread
          session={session}
          locale={open === 'source' ? sourceLocale : locale}
          asked={asked}
          onGo={(unit) => {
            close()
            onEnter(unit)
          }}
          onClose={close}
        />
      )}
      {dialog}
    </>
  )
}
