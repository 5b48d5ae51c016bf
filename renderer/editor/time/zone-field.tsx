import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { ZoneSchema } from '../../../model/document/time.ts'
import { ComboBox } from '../../parts/combo-box.tsx'

const ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
]
const MOST = 50

export interface ZoneFieldProps {
  /** What zone it is, where that is not said around it. */
  readonly label?: string
  /** What stands for no zone, which is an empty text. */
  readonly placeholder?: string | undefined
  readonly zone: string
  readonly onChange: (zone: string) => void
  readonly isDisabled?: boolean
}

/** A time zone by its name; any part of the name finds it. */
export function ZoneField({
  label,
  placeholder,
  zone,
  onChange,
  isDisabled = false,
}: ZoneFieldProps) {
  const { t } = useTranslation('editor')
  const [typed, setTyped] = useState<string | null>(null)
  const options = useMemo(() => {
    const wanted = (typed ?? '').toLowerCase().replaceAll(' ', '_')
    return ZONES.filter((name) => name.toLowerCase().includes(wanted))
      .slice(0, MOST)
      .map((name) => ({ value: name, text: name.replaceAll('_', ' ') }))
  }, [typed])
  const known = typed === null || v.is(ZoneSchema, typed.replaceAll(' ', '_'))
  return (
    <ComboBox
      label={label ?? t('time.zone')}
      placeholder={placeholder}
      value={zone === '' ? null : zone}
      input={typed ?? zone.replaceAll('_', ' ')}
      error={known ? undefined : t('time.zoneUnknown')}
      options={options}
      isDisabled={isDisabled}
      onInput={(text) => {
        const name = text.replaceAll(' ', '_')
        if (v.is(ZoneSchema, name)) {
          setTyped(null)
          if (name !== zone) onChange(name)
        } else setTyped(text)
      }}
      onChange={(value) => {
        if (value === null) return
        setTyped(null)
        onChange(value)
      }}
    />
  )
}
