import { useTranslation } from 'react-i18next'
import type { Lesson } from '../../../../model/document/block.ts'
import type { EntryProps } from './entry.tsx'
import { UnitField } from './unit-field.tsx'

export function LessonFields({ entry, change, vanish }: EntryProps<Lesson>) {
  const { t } = useTranslation('write')
  return (
    <UnitField
      text={entry.text}
      label={t('lesson.text')}
      placeholder={t('lesson.textExample')}
      onChange={(text, merge) => change({ text }, merge)}
      onEmptyBackspace={vanish}
    />
  )
}
