import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../model/document/block.ts'
import { CONFIDENCES, OUTCOMES } from '../../../../model/document/entry.ts'
import { TextArea } from '../../../parts/text-area.tsx'
import { Attribute } from './attribute.tsx'
import attributes from './attribute.module.css'
import { Backlinks } from './backlinks.tsx'
import type { EntryProps } from './entry.tsx'
import { Internal } from './internal.tsx'
import { Replaces } from './replaces.tsx'
import { UnitField } from './unit-field.tsx'

/** What was found out, whether it happened, and how sure that is. */
export function FindingFields({ session, entry, change, vanish }: EntryProps<Finding>) {
  const { t } = useTranslation('write')
  return (
    <>
      <UnitField
        text={entry.statement}
        label={t('finding.statement')}
        placeholder={t('finding.statementExample')}
        onChange={(statement, merge) => change({ statement }, merge)}
        onEmptyBackspace={vanish}
      />
      <div className={attributes['attributes']}>
        <Attribute
          label={t('finding.outcome')}
          value={entry.outcome}
          values={OUTCOMES}
          text={(value) => t(`outcome.${value}`)}
          notStated={t('notStated')}
          onChange={(outcome) => change({ outcome })}
        />
        <Attribute
          label={t('finding.confidence')}
          value={entry.confidence}
          values={CONFIDENCES}
          text={(value) => t(`confidence.${value}`)}
          notStated={t('notStated')}
          onChange={(confidence) => change({ confidence })}
        />
      </div>
      <Backlinks session={session} id={entry.id} />
      <Internal said={[entry.evidence, entry.replaces]}>
        <TextArea
          label={t('finding.evidence')}
          internal
          value={entry.evidence}
          maxLength={20_000}
          dir="auto"
          onChange={(evidence) => change({ evidence }, `evidence ${entry.id}`)}
        />
        <Replaces session={session} entry={entry} change={change} />
      </Internal>
    </>
  )
}
