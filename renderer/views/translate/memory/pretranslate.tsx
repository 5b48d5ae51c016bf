import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LEAST_SCORE } from '../../../../model/memory/score.ts'
import type { Change } from '../../../../model/document/change.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import { unitsInLocale } from '../../../../model/units/locale-view.ts'
import { api } from '../../../api.ts'
import { useJob } from '../../../app/job.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { Select } from '../../../parts/select.tsx'
import { toast } from '../../../parts/toast.tsx'
import type { Session } from '../../../session/session.ts'
import { countsAt, filling, LEAST, type Least } from './fill.ts'
import css from './memory.module.css'
import { Progress } from './progress.tsx'

export interface PretranslateProps {
  readonly session: Session
  readonly locale: string
  readonly onClose: () => void
}

type Found = { readonly changes: readonly Change[] } | { readonly failure: Failure } | null

/** Fills what is untranslated with what the memory has: says how much that is before it does it. */
export function Pretranslate({ session, locale, onClose }: PretranslateProps) {
  const { t } = useTranslation('memory')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { going, run } = useJob()
  const [least, setLeast] = useState<Least>('85')
  const [found, setFound] = useState<Found>(null)
  const language = format.language(locale)

  // Asked once, for all that is good enough for anybody: another score is another count of the same.
  useEffect(() => {
    let gone = false
    void run(async (job) => {
      if (!(await session.flush()) || gone) return
      const { id } = session
      const told = await api.call('memory.pretranslate', { id, locale, least: LEAST_SCORE, job })
      if (!gone) setFound(told.ok ? told.value : { failure: told.error })
    })
    return () => {
      gone = true
    }
  }, [session, locale, run])

  const changes = useMemo(
    () => (found !== null && 'changes' in found ? found.changes : []),
    [found],
  )
  const counts = useMemo(() => countsAt(changes), [changes])

  function fill(): void {
    session.settle()
    const { document, translations } = session.store.getState().state
    const made = filling(changes, least, unitsInLocale(document, translations, locale))
    if (made.length > 0) session.apply(made)
    onClose()
    toast({
      text: t('filled', { count: made.length }),
      ...(made.length === 0
        ? {}
        : { action: { text: common('undo'), onPress: () => session.undo() } }),
    })
  }

  return (
    <Dialog
      title={t('pretranslate.title', { language })}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" isDisabled={counts[least] === 0} onPress={fill}>
            {t('pretranslate.fill', { count: counts[least] })}
          </Button>
        </>
      }
    >
      <div className={css['choices']} data-pretranslate>
        <p className={css['hint']}>{t('pretranslate.hint')}</p>
        <Select
          label={t('pretranslate.least')}
          value={least}
          options={LEAST.map((value) => ({
            value,
            text: format.percent(Number(value), 100),
            ...(found === null ? {} : { note: t('texts', { count: counts[value] }) }),
          }))}
          onChange={setLeast}
        />
        {going !== null && <Progress label={t('looking')} going={going} />}
        {found !== null && 'failure' in found && <ErrorNote failure={found.failure} />}
        <p role="status" className={css['status']} data-found={found !== null || undefined}>
          {found !== null &&
            'changes' in found &&
            (changes.length === 0
              ? t('pretranslate.none', { language })
              : t('pretranslate.found', { count: counts[least] }))}
        </p>
      </div>
    </Dialog>
  )
}
