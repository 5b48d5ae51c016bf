import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { FactStatus } from '../../../model/document/fact.ts'
import type { Identifier } from '../../../model/document/identifier.ts'
import { readFact } from '../../../model/facts/read.ts'
import { Button } from '../../parts/button.tsx'
import { classNames } from '../../theme/class-names.ts'
import { TOOLS, useHost } from '../context.ts'
import { factsOf, wordsOf } from '../host.ts'
import floating from '../popover.module.css'
import { Choose } from './choose.tsx'
import styles from './fact.module.css'

export interface FactPickerProps {
  readonly label: string
  readonly fact: Identifier | null
  /** What a fact that is made here is at first. */
  readonly status: FactStatus
  readonly onChange: (fact: Identifier | null) => void
}

/** An attribute whose value is a fact. */
export function FactPicker({ label, fact, status, onChange }: FactPickerProps) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const found = useStore(host.session.store, ({ state }) =>
    fact === null ? undefined : factsOf(state.document).get(fact),
  )
  const [open, setOpen] = useState(false)
  const pick = (next: Identifier | null): void => {
    setOpen(false)
    onChange(next)
  }
  const said =
    found === undefined
      ? t(fact === null ? 'fact.notChosen' : 'fact.gone')
      : readFact(found, 'long', host.locale, wordsOf(host.locale))
  return (
    <div className={styles['picker']}>
      <span className={styles['about']} aria-hidden>
        {label}
      </span>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <AriaButton
          className={classNames(styles['picked'])}
          data-unset={found === undefined || undefined}
          isDisabled={host.readOnly}
          aria-label={`${label}: ${said}`}
        >
          <span lang={found === undefined ? undefined : host.locale} dir="auto">
            {said}
          </span>
        </AriaButton>
        <Popover {...TOOLS} className={classNames(floating['popover'])} placement="bottom start">
          <Dialog className={classNames(floating['dialog'])} aria-label={label}>
            <Choose onPick={pick} status={status} />
            {fact !== null && <Button onPress={() => pick(null)}>{t('fact.clear')}</Button>}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}
