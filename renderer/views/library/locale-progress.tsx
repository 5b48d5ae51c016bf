import { useTranslation } from 'react-i18next'
import type { Summary } from '../../../model/contract/summary.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../parts/badge.tsx'
import css from './library.module.css'

/** The languages of a postmortem, each with how far it is. What is stale does not count as done. */
export function LocaleProgress({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('library')
  const format = useFormat()
  return (
    <ul className={css['locales']}>
      <li>
        <Badge>
          <span title={t('source', { language: format.language(summary.sourceLocale) })}>
            {summary.sourceLocale}
          </span>
        </Badge>
      </li>
      {summary.locales.map(({ locale, progress }) => {
        const confirmed = progress.translated + progress.reviewed + progress.approved
        const done = Math.max(confirmed - progress.stale, 0)
        const percent = format.percent(Math.floor((100 * done) / Math.max(progress.total, 1)), 100)
        const said = { language: format.language(locale), percent }
        const complete = progress.total > 0 && done === progress.total
        return (
          <li key={locale}>
            <Badge tone={progress.stale > 0 ? 'warn' : complete ? 'ok' : 'accent'}>
              <span
                title={
                  progress.stale > 0
                    ? t('progressStale', { ...said, stale: format.number(progress.stale) })
                    : t('progress', said)
                }
              >
                {locale} {percent}
              </span>
            </Badge>
          </li>
        )
      })}
    </ul>
  )
}
