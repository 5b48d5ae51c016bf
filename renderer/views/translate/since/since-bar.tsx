import { X } from '../../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { IconButton } from '../../../parts/icon-button.tsx'
import type { Found, Since } from './since.ts'
import { useSummary } from './summary.ts'
import css from './since.module.css'

export interface SinceBarProps {
  readonly since: Since
  readonly found: Found
  /** Opens the list, which has what is gone too. */
  readonly onList: () => void
  readonly onLeave: () => void
}

/** Above a list that shows only what changed since a moment: which one, and how much that is. */
export function SinceBar({ since, found, onList, onLeave }: SinceBarProps) {
  const { t } = useTranslation('translate')
  const summary = useSummary()
  return (
    <div className={css['bar']} data-since-bar>
      {found.failure !== null && <ErrorNote failure={found.failure} />}
      <p role="status" className={css['told']}>
        {found.sources !== null && summary(since, found.sources)}
      </p>
      <Button look="quiet" onPress={onList}>
        {t('since.list')}
      </Button>
      <IconButton icon={X} label={t('since.leave')} onPress={onLeave} />
    </div>
  )
}
