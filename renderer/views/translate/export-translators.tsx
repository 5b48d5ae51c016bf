import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EXCHANGE_FORMATS } from '../../../model/contract/exchange.ts'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import { api } from '../../api.ts'
import { toastFailure } from '../../app/failure-toast.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/check-box.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Select } from '../../parts/select.tsx'
import { toast } from '../../parts/toast.tsx'
import type { Session } from '../../session/session.ts'
import css from './translate.module.css'

export interface ExportTranslatorsProps {
  readonly session: Session
  readonly locale: string
  /** Says how far the work is, and lets it be stopped. */
  readonly run: <T>(work: (job: string) => Promise<T>) => Promise<T>
  readonly onClose: () => void
}

/** Asks in which form a language goes to translators, and which texts may leave the house. */
export function ExportTranslators({ session, locale, run: file, onClose }: ExportTranslatorsProps) {
  const { t } = useTranslation('exchange')
  const { t: publish } = useTranslation('publish')
  const { t: common } = useTranslation()
  const own = useFormat()
  const [format, setFormat] = useState<(typeof EXCHANGE_FORMATS)[number]>('xlf')
  const [comments, setComments] = useState(false)
  const [audience, setAudience] = useState<Audience>('public')

  async function run(): Promise<void> {
    onClose()
    // What leaves is what is in the library, so that must be what is on screen.
    if (!(await session.flush())) return
    const done = await file((job) =>
      api.call('export.exchange', { id: session.id, locale, audience, format, comments, job }),
    )
    if (!done.ok) return toastFailure(done.error)
    const { path, units, left } = done.value
    if (path === null) return
    const language = own.language(locale)
    toast({ text: t(left > 0 ? 'left' : 'exported', { language, units, left }) })
  }

  return (
    <Dialog
      title={t('title')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" onPress={() => void run()}>
            {t('button')}
          </Button>
        </>
      }
    >
      <div className={css['choices']}>
        <Select
          label={t('format')}
          value={format}
          options={EXCHANGE_FORMATS.map((value) => ({ value, text: t(value) }))}
          onChange={setFormat}
        />
        <Select
          label={t('readers')}
          value={audience}
          options={AUDIENCES.map((value) => ({ value, text: publish(`audience.${value}`) }))}
          onChange={setAudience}
        />
        <CheckBox label={t('comments')} isSelected={comments} onChange={setComments} />
        {comments && <p className={css['hint']}>{t('commentsNote')}</p>}
        <p className={css['hint']}>{t('note')}</p>
      </div>
    </Dialog>
  )
}
