import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Event } from '../../../../model/document/block.ts'
import type { TimeValue } from '../../../../model/document/time.ts'
import { readValue } from '../../../../model/facts/read.ts'
import { useHost } from '../../../editor/context.ts'
import { TimeFields } from '../../../editor/time/time-fields.tsx'
import floating from '../../../editor/popover.module.css'
import { classNames } from '../../../theme/class-names.ts'
import type { EntryProps } from './entry.tsx'
import css from './event.module.css'
import { UnitField } from './unit-field.tsx'

export interface WhenProps {
  readonly when: TimeValue | null
  readonly onChange: (when: TimeValue | null) => void
}

/** The time of an event, on the spine; a press opens it for editing. */
export function When({ when, onChange }: WhenProps) {
  const { t } = useTranslation('write')
  const host = useHost()
  const said = when === null ? t('event.noTime') : readValue(when, 'long', host.locale)
  return (
    <DialogTrigger>
      <Button
        className={classNames(css['when'])}
        data-unset={when === null || undefined}
        isDisabled={host.readOnly}
      >
        <span lang={when === null ? undefined : host.locale} dir="auto">
          {said}
        </span>
      </Button>
      <Popover className={classNames(floating['popover'])} placement="bottom start" data-tools="">
        <Dialog className={classNames(floating['dialog'])} aria-label={t('event.when')}>
          <TimeFields value={when} onChange={onChange} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

export function EventFields({ entry, change, vanish }: EntryProps<Event>) {
  const { t } = useTranslation('write')
  return (
    <UnitField
      text={entry.text}
      label={t('event.text')}
      placeholder={t('event.textExample')}
      onChange={(text, merge) => change({ text }, merge)}
      onEmptyBackspace={vanish}
    />
  )
}
