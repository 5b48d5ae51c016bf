import { useTranslation } from 'react-i18next'
import type { SourceSince } from '../../../../model/workflow/since.ts'
import { Redline } from '../../history/redline.tsx'
import css from '../translate.module.css'

export interface SourceSinceViewProps {
  readonly source: SourceSince
  readonly locale: string
}

/** How a source of the list differs from what it was then, word by word. */
export function SourceSinceView({ source, locale }: SourceSinceViewProps) {
  const { t } = useTranslation('translate')
  const { kind, extent, pieces } = source
  // A text that is new would say all of itself twice, and one with other marks alone the same words.
  const isRead = kind === 'changed' && extent !== 'marks'
  return (
    <div className={css['change']} data-since={kind}>
      <span className={css['field']}>
        {t(kind === 'added' ? 'since.row.added' : 'since.row.changed')}
        {kind === 'changed' && extent === 'signs' && ` · ${t('change.minor')}`}
        {kind === 'changed' &&
          (extent === 'value' || extent === 'marks') &&
          ` · ${t(`since.extent.${extent}`)}`}
      </span>
      {isRead && <Redline pieces={pieces} layout="redline" locale={locale} />}
    </div>
  )
}
