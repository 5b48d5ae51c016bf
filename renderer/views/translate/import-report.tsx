import { useTranslation } from 'react-i18next'
import type { AlignmentReport } from '../../../model/contract/calls.ts'
import { directionOf } from '../../../model/document/locale.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import css from './translate.module.css'

export interface ImportReportProps {
  readonly report: AlignmentReport
  readonly sourceLocale: string
  readonly locale: string
  readonly onClose: () => void
}

/** What an import of a translation did, and every text on either side that found no partner. */
export function ImportReport({ report, sourceLocale, locale, onClose }: ImportReportProps) {
  const { t } = useTranslation('translate')
  const { t: common } = useTranslation()
  const lists = [
    { key: 'sourceOnly', lang: sourceLocale, texts: report.sourceOnly },
    { key: 'targetOnly', lang: locale, texts: report.targetOnly },
  ] as const
  return (
    <Dialog
      title={t('report.title')}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <Button look="primary" onPress={onClose}>
          {common('close')}
        </Button>
      }
    >
      <p>{t('report.aligned', { count: report.aligned })}</p>
      {report.kept > 0 && <p>{t('report.kept', { count: report.kept })}</p>}
      {lists.map(
        ({ key, lang, texts }) =>
          texts.length > 0 && (
            <section key={key} className={css['unpartnered']}>
              <h3>{t(`report.${key}`, { count: texts.length })}</h3>
              <ul lang={lang} dir={directionOf(lang)}>
                {Object.entries(texts).map(([at, { text }]) => (
                  <li key={at}>{text}</li>
                ))}
              </ul>
            </section>
          ),
      )}
    </Dialog>
  )
}
