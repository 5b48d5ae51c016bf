import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { TimeValueSchema, type TimeValue } from '../../../model/document/time.ts'
import { Select } from '../../parts/select.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { equal } from '../../../model/document/equal.ts'
import styles from './time-fields.module.css'
import { draftOf, EMPTY_DRAFT, valueOf, type TimeDraft, type TimeShape } from './draft.ts'
import { ZoneField } from './zone-field.tsx'

const SHAPES: readonly TimeShape[] = ['date', 'instant', 'dates', 'instants']

export interface TimeFieldsProps {
  readonly value: TimeValue | null
  /** Null where everything was cleared; not called while what is typed is not a time. */
  readonly onChange: (value: TimeValue | null) => void
  /** The shapes there is a choice of; one of them needs no choice. */
  readonly shapes?: readonly TimeShape[]
  readonly isDisabled?: boolean
  /** The zone that a time begins with. */
  readonly zone?: string | undefined
  /** What the date is of, where that is not said above it. */
  readonly label?: string
}

/** A date as precise as it is known, a moment in a zone, or a period of either. */
export function TimeFields({
  value,
  onChange,
  shapes = SHAPES,
  isDisabled = false,
  zone = EMPTY_DRAFT.zone,
  label: name,
}: TimeFieldsProps) {
  const { t } = useTranslation('editor')
  const [draft, setDraft] = useState<TimeDraft>(() =>
    value === null ? { ...EMPTY_DRAFT, shape: shapes[0]!, zone } : draftOf(value, zone),
  )
  // An undo, or another place: what stands outside wins over what is typed only where they say different times.
  useEffect(() => {
    setDraft((now) => {
      const said = valueOf(now)
      if (value === null)
        return said === null || said === undefined
          ? now
          : { ...EMPTY_DRAFT, shape: now.shape, zone: now.zone }
      return equal(said, value) ? now : draftOf(value, now.zone)
    })
  }, [value])

  const change = (part: Partial<TimeDraft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    const said = valueOf(next)
    if (said === null) onChange(null)
    else if (said !== undefined && v.is(TimeValueSchema, said)) onChange(said)
  }
  const wrong = (text: string): string | undefined =>
    text !== '' && valueOf(draft) === undefined ? t('time.wrong') : undefined
  const timed = draft.shape === 'instant' || draft.shape === 'instants'
  const period = draft.shape === 'dates' || draft.shape === 'instants'

  const moment = (edge: 'start' | 'end') => {
    const date = edge === 'start' ? draft.startDate : draft.endDate
    const time = edge === 'start' ? draft.startTime : draft.endTime
    const label = period ? t(`time.${edge}`) : (name ?? t('time.date'))
    return (
      <div className={styles['row']}>
        <TextField
          label={label}
          value={date}
          placeholder={timed ? t('time.dayExample') : t('time.dateExample')}
          error={wrong(date)}
          dir="ltr"
          maxLength={10}
          isDisabled={isDisabled}
          onChange={(text) =>
            change(edge === 'start' ? { startDate: text.trim() } : { endDate: text.trim() })
          }
        />
        {timed && (
          <TextField
            label={period ? t(`time.${edge}Time`) : t('time.time')}
            value={time}
            placeholder={t('time.timeExample')}
            dir="ltr"
            maxLength={8}
            isDisabled={isDisabled}
            onChange={(text) =>
              change(edge === 'start' ? { startTime: text.trim() } : { endTime: text.trim() })
            }
          />
        )}
      </div>
    )
  }

  return (
    <div className={styles['fields']}>
      {shapes.length > 1 && (
        <Select
          label={t('time.shape')}
          value={draft.shape}
          options={shapes.map((shape) => ({ value: shape, text: t(`time.shapes.${shape}`) }))}
          onChange={(shape) => change({ shape })}
          isDisabled={isDisabled}
        />
      )}
      {moment('start')}
      {period && moment('end')}
      {timed && (
        <ZoneField
          zone={draft.zone}
          onChange={(zone) => change({ zone })}
          isDisabled={isDisabled}
        />
      )}
    </div>
  )
}
