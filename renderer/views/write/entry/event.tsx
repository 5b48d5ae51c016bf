import { useTranslation } from 'react-i18next'
import type { Event } from '../../../../model/document/block.ts'
import { LANES } from '../../../../model/document/entry.ts'
import { Attribute } from './attribute.tsx'
import attributes from './attribute.module.css'
import type { EntryProps } from './entry.tsx'
import { UnitField } from './unit-field.tsx'

/** What happened, and whose doing it was; when is in the head of the entry. */
export function EventFields({ entry, change, vanish }: EntryProps<Event>) {
  const { t } = useTranslation('write')
  return (
    <>
      <UnitField
        text={entry.text}
        label={t('event.text')}
        placeholder={t('event.textExample')}
        onChange={(text, merge) => change({ text }, merge)}
        onEmptyBackspace={vanish}
      />
      <div className={attributes['attributes']}>
        <Attribute
          label={t('event.lane')}
          value={entry.lane ?? null}
          values={LANES}
          text={(value) => t(`lane.${value}`)}
          notStated={t('notStated')}
          onChange={(lane) => change({ lane })}
        />
      </div>
    </>
  )
}
