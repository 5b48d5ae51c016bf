import { EyeOff } from '../../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { isolated } from '../../../i18n/isolated.ts'
import type { Aside } from './found.ts'
import css from './quality.module.css'

export interface AsideViewProps extends Aside {
  /** Takes it back; undefined where nothing may be changed. */
  readonly onHeed: (() => void) | undefined
}

/** What somebody set aside, why, who and when. */
export function AsideView({ problem, by, onHeed }: AsideViewProps) {
  const { t } = useTranslation('quality')
  const { t: checks } = useTranslation('checks')
  const format = useFormat()
  return (
    <div className={css['problem']} data-aside={by.rule}>
      <EyeOff size={16} aria-label={t('asides.one')} />
      <div className={css['sentence']}>
        {checks(problem.rule, isolated(problem.params))}
        <p className={css['reason']}>
          <bdi>{by.reason}</bdi>
          <span className={css['by']}>
            {by.author !== '' && (
              <>
                <bdi>{by.author}</bdi>
                {' · '}
              </>
            )}
            {format.dateTime(by.at)}
          </span>
        </p>
      </div>
      {onHeed !== undefined && (
        <span className={css['ways']}>
          <Button look="quiet" onPress={onHeed}>
            {t('heed')}
          </Button>
        </span>
      )}
    </div>
  )
}
