import { ScanEye } from '../../icons/icons.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import { allUnits } from '../../../model/units/unit.ts'
import { TOOLS, useHost } from '../../editor/context.ts'
import { ariaKeysOf, keysOf } from '../../commands/keyboard.ts'
import { provide } from '../../commands/registry.ts'
import { Button } from '../../parts/button.tsx'
import { Select } from '../../parts/select.tsx'
import { Preview } from '../../preview/preview.tsx'
import type { Session } from '../../session/session.ts'
import { goTo } from './go.ts'
import css from './reading.module.css'

export interface ReadingState {
  /** Whom the document is read as; null: it is being written. */
  readonly reader: Audience | null
  readonly read: (reader: Audience) => void
  readonly write: () => void
}

export function useReading(): ReadingState {
  const [reader, read] = useState<Audience | null>(null)
  const write = useCallback(() => read(null), [])
  useEffect(() => provide({ readAs: () => read((now) => (now === null ? 'public' : null)) }), [])
  return { reader, read, write }
}

export function ReadButton({ reading }: { readonly reading: ReadingState }) {
  const { t } = useTranslation('audience')
  return (
    <Button
      look="quiet"
      className={css['open']}
      aria-keyshortcuts={ariaKeysOf('readAs')}
      {...TOOLS}
      onPress={() => reading.read('public')}
    >
      <ScanEye size={16} />
      {t('view.open')}
      <kbd aria-hidden>{keysOf('readAs')}</kbd>
    </Button>
  )
}

/** The document as one audience will read it, over the sheet: the published page itself, without what they don't get. */
export function Reading({
  session,
  reading: { reader, read, write },
}: {
  readonly session: Session
  readonly reading: ReadingState
}) {
  const { t } = useTranslation('audience')
  const host = useHost()
  const back = useRef<HTMLButtonElement>(null)
  const open = reader !== null
  useEffect(() => {
    if (!open) return
    const { active } = host
    const { editor } = active.getState()
    back.current?.focus()
    // The caret is where it was.
    return () => {
      if (editor !== null && active.getState().editor === editor) editor.focus()
    }
  }, [open, host])
  if (reader === null) return null

  const writeAt = (unit: string): void => {
    const units = allUnits(session.store.getState().state.document)
    const place = [...units].find(({ id }) => id === unit)?.place
    write()
    if (place !== undefined)
      requestAnimationFrame(() =>
        goTo({ unit, block: place.block, section: place.section, field: place.field }),
      )
  }
  const onKey = (event: { readonly key: string; preventDefault(): void }): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    write()
  }
  return (
    <section aria-label={t('view.page')} className={css['reading']} onKeyDown={onKey} {...TOOLS}>
      <div className={css['banner']}>
        <ScanEye size={18} />
        <span aria-hidden>{t('view.label')}</span>
        <Select
          label={t('view.label')}
          labelHidden
          value={reader}
          options={AUDIENCES.map((value) => ({ value, text: t(`view.readers.${value}`) }))}
          onChange={read}
        />
        <span className={css['hint']}>{t('view.hint')}</span>
        <Button ref={back} onPress={write}>
          {t('view.back')}
        </Button>
      </div>
      <Preview
        session={session}
        locale={host.locale}
        audience={reader}
        title={t('view.page')}
        onUnit={writeAt}
        onKey={onKey}
      />
    </section>
  )
}
