import { useTranslation } from 'react-i18next'
import type { Question } from '../../../../model/document/block.ts'
import type { EntryProps } from './entry.tsx'
import css from './entry.module.css'
import { UnitField } from './unit-field.tsx'

export function QuestionFields({ entry, change, vanish }: EntryProps<Question>) {
  const { t } = useTranslation('write')
  return (
    <>
      <div className={css['strong']}>
        <UnitField
          text={entry.question}
          label={t('question.question')}
          placeholder={t('question.questionExample')}
          onChange={(question, merge) => change({ question }, merge)}
          onEmptyBackspace={vanish}
        />
      </div>
      <UnitField
        text={entry.answer}
        label={t('question.answer')}
        placeholder={t('question.answerExample')}
        onChange={(answer, merge) => change({ answer }, merge)}
      />
    </>
  )
}
