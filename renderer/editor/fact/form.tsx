import { useTranslation } from 'react-i18next'
import { AUDIENCES } from '../../../model/document/audience.ts'
import { BOUNDS, FACT_STATUSES, type Fact } from '../../../model/document/fact.ts'
import { Select } from '../../parts/select.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'
import styles from './fact.module.css'

export interface FactFormProps {
  readonly fact: Fact
  readonly onChange: (part: Partial<Fact>) => void
  /** Everything, not only what stands in the text. */
  readonly full?: boolean
  /** A name is what it is; everything else may be about, at most or at least so. */
  readonly bounded: boolean
}

/** What there is to say of a fact besides its value. */
export function FactForm({ fact, onChange, bounded, full = false }: FactFormProps) {
  const { t } = useTranslation('editor')
  return (
    <>
      <div className={styles['pair']}>
        {bounded && (
          <Select
            label={t('fact.bound')}
            value={fact.bound}
            options={BOUNDS.map((bound) => ({ value: bound, text: t(`fact.bounds.${bound}`) }))}
            onChange={(bound) => onChange({ bound })}
          />
        )}
        <Select
          label={t('fact.status')}
          value={fact.status}
          options={FACT_STATUSES.map((status) => ({
            value: status,
            text: t(`fact.statuses.${status}`),
          }))}
          onChange={(status) => onChange({ status })}
        />
      </div>
      <TextField
        label={t('fact.name')}
        internal
        value={fact.name}
        placeholder={t('fact.nameExample')}
        maxLength={200}
        dir="auto"
        onChange={(name) => onChange({ name })}
      />
      {full && (
        <>
          <Select
            label={t('fact.audience')}
            value={fact.audience}
            options={AUDIENCES.map((audience) => ({
              value: audience,
              text: t(`audience.${audience}`),
            }))}
            onChange={(audience) => onChange({ audience })}
          />
          <TextArea
            label={t('fact.evidence')}
            internal
            value={fact.evidence}
            maxLength={20_000}
            dir="auto"
            onChange={(evidence) => onChange({ evidence })}
          />
        </>
      )}
    </>
  )
}
