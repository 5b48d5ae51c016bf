import { useTranslation } from 'react-i18next'
import type { Event } from '../../../../model/document/block.ts'
import type { EntryProps } from './entry.tsx'
import { UnitField } from './unit-field.tsx'

/** What happened; when it did is in the head of the entry. */
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
