import { useTranslation } from 'react-i18next'
import type { Going } from '../../../app/job.ts'
import { useLate } from '../../../app/late.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ProgressBar } from '../../../parts/progress-bar.tsx'

export interface ProgressProps {
  readonly label: string
  readonly going: Going
}

/** How far something is that takes long; nothing at first. */
export function Progress({ label, going: { done, total } }: ProgressProps) {
  const { t } = useTranslation('memory')
  const format = useFormat()
  const isLate = useLate()
  if (!isLate) return null
  return (
    <ProgressBar
      label={label}
      value={done}
      max={total}
      text={total === 0 ? t('waiting') : format.percent(done, total)}
    />
  )
}
