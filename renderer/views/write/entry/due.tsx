import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { readDate } from '../../../../model/facts/date.ts'
import floating from '../../../editor/popover.module.css'
import { TimeFields } from '../../../editor/time/time-fields.tsx'
import { useHost } from '../../../editor/context.ts'
import { useFormat } from '../../../i18n/format.ts'
import { classNames } from '../../../theme/class-names.ts'
import css from './attribute.module.css'

export interface DueProps {
  readonly due: string | null
  readonly onChange: (due: string | null) => void
}

/** By when an action will be done, as precisely as it was said. */
export function Due({ due, onChange }: DueProps) {
  const { t } = useTranslation('write')
  const host = useHost()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <div className={css['attribute']}>
      <span className={css['label']} aria-hidden>
        {t('action.due')}
      </span>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button
          className={classNames(css['value'])}
          data-unset={due === null || undefined}
          isDisabled={host.readOnly}
          aria-label={`${t('action.due')}: ${due === null ? t('notStated') : readDate({ kind: 'date', date: due }, 'long', format.locale)}`}
        >
          {due === null
            ? t('notStated')
            : readDate({ kind: 'date', date: due }, 'long', format.locale)}
        </Button>
        <Popover className={classNames(floating['popover'])} placement="bottom start" data-tools="">
          <Dialog className={classNames(floating['dialog'])} aria-label={t('action.due')}>
            <TimeFields
              shapes={['date']}
              value={due === null ? null : { kind: 'date', date: due }}
              onChange={(value) => onChange(value?.kind === 'date' ? value.date : null)}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}
