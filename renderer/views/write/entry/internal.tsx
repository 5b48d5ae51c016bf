import { ChevronRight, EyeOff } from '../../../icons/icons.ts'
import { useState, type ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../theme/class-names.ts'
import css from './internal.module.css'

export interface InternalProps {
  /** What is written here, as far as a line shows it while it is closed. */
  readonly said: readonly string[]
  readonly children: ReactNode
}

/** What the authors keep with an entry and nobody publishes. */
export function Internal({ said, children }: InternalProps) {
  const { t } = useTranslation('write')
  const [open, setOpen] = useState(false)
  const preview = said.filter((text) => text !== '').join(' · ')
  return (
    <Disclosure
      isExpanded={open}
      onExpandedChange={setOpen}
      className={classNames(css['internal'])}
    >
      <Heading level={3} className={classNames(css['heading'])}>
        <Button slot="trigger" className={classNames(css['trigger'])}>
          <ChevronRight size={14} data-mirror className={css['chevron']} />
          <EyeOff size={14} />
          {t('audience.internal')}
        </Button>
        <bdi className={css['preview']} title={preview}>
          {preview}
        </bdi>
      </Heading>
      <DisclosurePanel className={classNames(css['panel'])}>
        {open && <div className={css['fields']}>{children}</div>}
      </DisclosurePanel>
    </Disclosure>
  )
}
