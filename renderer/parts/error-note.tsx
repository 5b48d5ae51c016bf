import { CircleX } from '../icons/icons.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../model/errors/result.ts'
import { useFailureText } from '../i18n/failure.ts'
import css from './error-note.module.css'

export interface ErrorNoteProps {
  readonly failure: Failure
  readonly buttons?: ReactNode
}

/** Says in place what failed: what, why, what next. */
export function ErrorNote({ failure, buttons }: ErrorNoteProps) {
  const { t } = useTranslation()
  const text = useFailureText()
  return (
    <div role="alert" className={css['note']}>
      <CircleX className={css['icon']} />
      <div className={css['texts']}>
        <p>{text(failure)}</p>
        {failure.id !== undefined && (
          <p className={css['reference']}>{t('failure.reference', { id: failure.id })}</p>
        )}
        {buttons !== undefined && <div className={css['buttons']}>{buttons}</div>}
      </div>
    </div>
  )
}
