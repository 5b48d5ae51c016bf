import type { ReactNode } from 'react'
import css from './empty-state.module.css'

export interface EmptyStateProps {
  readonly title: string
  readonly children?: ReactNode
  /** What a person can do about it. */
  readonly buttons?: ReactNode
}

export function EmptyState({ title, children, buttons }: EmptyStateProps) {
  return (
    <div className={css['empty']}>
      <p className={css['title']}>{title}</p>
      {children !== undefined && <p className={css['text']}>{children}</p>}
      {buttons !== undefined && <div className={css['buttons']}>{buttons}</div>}
    </div>
  )
}
