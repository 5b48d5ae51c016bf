import { X } from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { toastFailure } from '../../app/failure-toast.ts'
import { Button } from '../../parts/button.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import { toast } from '../../parts/toast.tsx'
import type { TermReport } from './term-files.ts'
import css from './terms.module.css'

/** What came of a file: what is new, what says more now, and each line that was left out. */
export function ReportView({
  report,
  onClose,
}: {
  readonly report: TermReport
  readonly onClose: () => void
}) {
  const { t } = useTranslation('terms')
  const { t: common } = useTranslation()
  const { added, merged, known, refused, refusedCount } = report

  async function takeBack(): Promise<void> {
    const done = await api.call('terms.takeBack', { import: report.id })
    if (!done.ok) return toastFailure(done.error)
    onClose()
    const { kept } = done.value
    toast({ text: kept > 0 ? t('report.kept', { count: kept }) : t('report.takenBack') })
  }

  return (
    <section className={css['report']} aria-label={t('report.title')} data-term-report>
      <div className={css['foot']}>
        <p role="status">
          {[
            t('report.added', { count: added }),
            ...(merged > 0 ? [t('report.merged', { count: merged })] : []),
            ...(known > 0 ? [t('report.known', { count: known })] : []),
          ].join(' ')}
        </p>
        {added + merged > 0 && (
          <Button onPress={() => void takeBack()}>{t('report.takeBack')}</Button>
        )}
        <IconButton icon={X} label={common('close')} onPress={onClose} />
      </div>
      {refusedCount > 0 && (
        <>
          <p>{t('report.refused', { count: refusedCount })}</p>
          <ul className={css['refused']} aria-label={t('report.refusedList')}>
            {refused.map(({ line, why, text }, at) => (
              // A line of a file may be refused for two things, and the list does not change.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at}>{t(`report.flaw.${why}`, { line, text })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
