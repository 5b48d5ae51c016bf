import { ChevronRight, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../theme/class-names.ts'
import css from './internal.module.css'

export interface InternalProps {
  /** Something is written here: it is open from the start. */
  readonly filled: boolean
  /** What is asked for here, as a title. */
  readonly title: string
  readonly children: ReactNode
}

/** What the authors keep with an entry and nobody publishes. */
export function Internal({ filled, title, children }: InternalProps) {
  const { t } = useTranslation('write')
  return (
    <Disclosure defaultExpanded={filled} className={classNames(css['internal'])}>
      <Heading level={4} className={classNames(css['heading'])}>
        <Button slot="trigger" className={classNames(css['trigger'])}>
          <ChevronRight size={14} aria-hidden data-mirror className={css['chevron']} />
          <EyeOff size={14} aria-hidden />
          {title}
          <span className={css['never']}>{t('neverPublished')}</span>
        </Button>
      </Heading>
      <DisclosurePanel className={classNames(css['panel'])}>
        <div className={css['fields']}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  )
}
