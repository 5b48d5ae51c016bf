import { Settings as Gear } from '../icons/icons.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../parts/icon-button.tsx'
import css from './bar.module.css'
import { openDialog } from './dialogs.ts'

export interface BarProps {
  readonly start: ReactNode
  readonly middle?: ReactNode
  readonly end?: ReactNode
}

/** The top of the window: where one is, the views of it, and what is true of it. */
export function Bar({ start, middle, end }: BarProps) {
  const { t } = useTranslation()
  return (
    <header className={css['bar']} data-chrome data-region>
      <a className={css['skip']} href="#main">
        {t('skip')}
      </a>
      <div className={css['start']}>{start}</div>
      {middle}
      <div className={css['end']}>
        {end}
        <IconButton icon={Gear} label={t('nav.settings')} onPress={() => openDialog('settings')} />
      </div>
    </header>
  )
}
