import { useTranslation } from 'react-i18next'
import type { ExchangeReport as Report } from '../../../model/contract/exchange.ts'
import { directionOf } from '../../../model/document/locale.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import css from './translate.module.css'

export interface ExchangeReportProps {
  readonly report: Report
  readonly sourceLocale: string
  /** Goes to a text of the postmortem. */
  readonly onUnit: (unit: string) => void
  readonly onClose: () => void
}

interface Line {
  readonly unit: string
  readonly text: string
  readonly lang: string
  /** What became of it. */
  readonly note?: string
}

/** What was made of a file that came back from translators: what was taken, and every text that needs somebody's eye. */
export function ExchangeReport({ report, sourceLocale, onUnit, onClose }: ExchangeReportProps) {
  const { t } = useTranslation('exchange')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { locale } = report
  const became = (taken: boolean, how: 'asStale' | 'asDraft') => t(taken ? how : 'notTaken')
  const lists: readonly {
    key: 'kept' | 'drifted' | 'codes' | 'unknown' | 'missing'
    lines: Line[]
  }[] = [
    {
      key: 'kept',
      lines: report.kept.map(({ unit, theirs }) => ({ unit, text: theirs, lang: locale })),
    },
    {
      key: 'drifted',
      lines: report.drifted.map(({ unit, text, taken }) => ({
        unit,
        text,
        lang: sourceLocale,
        note: became(taken, 'asStale'),
      })),
    },
    {
      key: 'codes',
      lines: report.codes.map(({ unit, text, taken }) => ({
        unit,
        text,
        lang: sourceLocale,
        note: became(taken, 'asDraft'),
      })),
    },
    {
      key: 'unknown',
      lines: report.unknown.map(({ unit, text }) => ({ unit, text, lang: locale })),
    },
    {
      key: 'missing',
      lines: report.missing.map(({ unit, text }) => ({ unit, text, lang: sourceLocale })),
    },
  ]
  return (
    <Dialog
      title={t('done', { language: format.language(locale) })}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <Button look="primary" onPress={onClose}>
          {common('close')}
        </Button>
      }
    >
      <p>{t('taken', { count: report.taken })}</p>
      {report.unchanged > 0 && <p>{t('unchanged', { count: report.unchanged })}</p>}
      {report.said > 0 && <p>{t('said', { count: report.said })}</p>}
      {lists.map(
        ({ key, lines }) =>
          lines.length > 0 && (
            <section key={key} className={css['unpartnered']}>
              <h3>{t(key, { count: lines.length })}</h3>
              <ul>
                {lines.map(({ unit, text, lang, note }, at) => (
                  <li key={`${unit} ${String(at)}`}>
                    {key === 'unknown' ? (
                      <span lang={lang} dir={directionOf(lang)}>
                        {text}
                      </span>
                    ) : (
                      <button
                        type="button"
                        className={css['toUnit']}
                        lang={lang}
                        dir={directionOf(lang)}
                        onClick={() => {
                          onClose()
                          onUnit(unit)
                        }}
                      >
                        {text || unit}
                      </button>
                    )}
                    {note !== undefined && <span className={css['became']}> {note}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </Dialog>
  )
}
