import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactKind, FactValue, NameValue, NumberValue } from '../../../model/document/fact.ts'
import { useFormat } from '../../i18n/format.ts'
import { Select } from '../../parts/select.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { TimeFields } from '../time/time-fields.tsx'
import type { TimeShape } from '../time/draft.ts'
import styles from './fact.module.css'
import { decimalOf, durationOf, isTime, partsOf, type DurationParts } from './draft.ts'

const UNITS = [
  'percent',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'byte',
  'kilobyte',
  'megabyte',
  'gigabyte',
  'terabyte',
] as const
const PLAIN = 'none'
const CURRENCY = 'currency'

const SHAPES: Readonly<Partial<Record<FactKind, readonly TimeShape[]>>> = {
  date: ['date'],
  instant: ['instant'],
  span: ['dates', 'instants'],
}

interface Props<T> {
  readonly value: T | null
  readonly onChange: (value: T | null) => void
}

function NumberFields({ value, onChange }: Props<NumberValue>) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const [text, setText] = useState(value?.value ?? '')
  const [unit, setUnit] = useState<string>(value?.currency ? CURRENCY : (value?.unit ?? PLAIN))
  const [currency, setCurrency] = useState(value?.currency ?? 'EUR')
  const unitName = (name: string): string => {
    const parts = new Intl.NumberFormat(format.locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
    }).formatToParts(2)
    return parts.find((part) => part.type === 'unit')?.value ?? name
  }
  const say = (nextText: string, nextUnit: string, nextCurrency: string): void => {
    const decimal = decimalOf(nextText)
    if (decimal === undefined || (nextUnit === CURRENCY && !/^[A-Z]{3}$/.test(nextCurrency)))
      return onChange(null)
    onChange({
      kind: 'number',
      value: decimal,
      unit: nextUnit === PLAIN || nextUnit === CURRENCY ? null : nextUnit,
      currency: nextUnit === CURRENCY ? nextCurrency : null,
    })
  }
  const others = value?.unit && !UNITS.some((known) => known === value.unit) ? [value.unit] : []
  return (
    <div className={styles['pair']}>
      <TextField
        label={t('fact.value')}
        value={text}
        dir="ltr"
        maxLength={40}
        autoFocus
        error={text !== '' && decimalOf(text) === undefined ? t('fact.notNumber') : undefined}
        onChange={(next) => {
          setText(next)
          say(next, unit, currency)
        }}
      />
      <Select
        label={t('fact.unit')}
        value={unit}
        options={[
          { value: PLAIN, text: t('fact.noUnit') },
          ...[...UNITS, ...others].map((name) => ({ value: name, text: unitName(name) })),
          { value: CURRENCY, text: t('fact.currency') },
        ]}
        onChange={(next) => {
          setUnit(next)
          say(text, next, currency)
        }}
      />
      {unit === CURRENCY && (
        <TextField
          label={t('fact.currencyCode')}
          value={currency}
          dir="ltr"
          maxLength={3}
          onChange={(next) => {
            const code = next.toUpperCase()
            setCurrency(code)
            say(text, unit, code)
          }}
        />
      )}
    </div>
  )
}

function DurationFields({ value, onChange }: Props<FactValue & { kind: 'duration' }>) {
  const { t } = useTranslation('editor')
  const [parts, setParts] = useState<DurationParts>(
    () => (value === null ? null : partsOf(value.duration)) ?? { days: '', hours: '', minutes: '' },
  )
  return (
    <div className={styles['triple']}>
      {(['days', 'hours', 'minutes'] as const).map((part) => (
        <TextField
          key={part}
          label={t(`fact.${part}`)}
          value={parts[part]}
          dir="ltr"
          maxLength={9}
          onChange={(text) => {
            const next = { ...parts, [part]: text }
            setParts(next)
            const duration = durationOf(next)
            onChange(duration === undefined ? null : { kind: 'duration', duration })
          }}
        />
      ))}
    </div>
  )
}

function NameFields({
  value,
  onChange,
  locales,
}: Props<NameValue> & { readonly locales: readonly string[] }) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const [name, setName] = useState(value?.name ?? '')
  const [others, setOthers] = useState<Readonly<Record<string, string>>>(value?.locales ?? {})
  const say = (next: string, spellings: Readonly<Record<string, string>>): void => {
    const kept = Object.fromEntries(Object.entries(spellings).filter(([, text]) => text !== ''))
    onChange(next === '' ? null : { kind: 'name', name: next, locales: kept })
  }
  return (
    <>
      <TextField
        label={t('fact.nameValue')}
        value={name}
        dir="auto"
        maxLength={500}
        autoFocus
        onChange={(text) => {
          setName(text)
          say(text, others)
        }}
      />
      {locales.map((locale) => (
        <TextField
          key={locale}
          label={t('fact.nameIn', { language: format.language(locale) })}
          value={others[locale] ?? ''}
          placeholder={name}
          lang={locale}
          dir="auto"
          maxLength={500}
          onChange={(text) => {
            const next = { ...others, [locale]: text }
            setOthers(next)
            say(name, next)
          }}
        />
      ))}
    </>
  )
}

export interface ValueFieldsProps {
  readonly kind: FactKind
  readonly value: FactValue | null
  /** The locales of the document, for names that are written differently in some. */
  readonly locales: readonly string[]
  /** Null while what is typed is not a value. */
  readonly onChange: (value: FactValue | null) => void
}

/** The fields of a fact's value, by its kind. */
export function ValueFields({ kind, value, locales, onChange }: ValueFieldsProps) {
  const shapes = SHAPES[kind]
  if (shapes !== undefined)
    return (
      <TimeFields
        value={value !== null && isTime(value) ? value : null}
        onChange={onChange}
        shapes={shapes}
      />
    )
  if (kind === 'duration')
    return <DurationFields value={value?.kind === 'duration' ? value : null} onChange={onChange} />
  if (kind === 'name')
    return (
      <NameFields
        value={value?.kind === 'name' ? value : null}
        onChange={onChange}
        locales={locales}
      />
    )
  return <NumberFields value={value?.kind === 'number' ? value : null} onChange={onChange} />
}
