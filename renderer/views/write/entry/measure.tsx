import { useTranslation } from 'react-i18next'
import type { Measure } from '../../../../model/document/block.ts'
import { FactPicker } from '../../../editor/fact/picker.tsx'
import attributes from './attribute.module.css'
import type { EntryProps } from './entry.tsx'
import { Reach } from './reach.tsx'
import { UnitField } from './unit-field.tsx'

/** What was affected, with what it could have been beside what it was. */
export function MeasureFields({ entry, change, vanish }: EntryProps<Measure>) {
  const { t } = useTranslation('write')
  return (
    <>
      <UnitField
        text={entry.label}
        label={t('measure.label')}
        placeholder={t('measure.labelExample')}
        onChange={(label, merge) => change({ label }, merge)}
        onEmptyBackspace={vanish}
      />
      <div className={attributes['attributes']}>
        <FactPicker
          label={t('measure.potential')}
          fact={entry.potential}
          status="potential"
          onChange={(potential) => change({ potential })}
        />
        <FactPicker
          label={t('measure.confirmed')}
          fact={entry.confirmed}
          status="confirmed"
          onChange={(confirmed) => change({ confirmed })}
        />
      </div>
      {entry.potential !== null && entry.confirmed !== null && <Reach entry={entry} />}
    </>
  )
}
