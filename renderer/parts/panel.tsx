import type { ReactNode } from 'react'
import css from './panel.module.css'

export interface PanelProps {
  readonly title: string
  /** Stands at the end of the title's line: a count, a button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a side panel. */
export function Panel({ title, aside, children }: PanelProps) {
  return (
    <section className={css['panel']}>
      <header className={css['head']}>
        <h2 className={css['title']}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
