import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { contrastOf, readable, READABLE } from '../../../../model/theme/contrast.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import css from './theme.module.css'

export interface ColourFieldProps {
  readonly label: string
  readonly value: string
  /** What it must be read on. */
  readonly grounds: readonly string[]
  readonly onChange: (colour: string) => void
}

/** A colour with how well it can be read, and the nearest one that can where it cannot. */
export function ColourField({ label, value, grounds, onChange }: ColourFieldProps) {
  const { t } = useTranslation('theme')
  const format = useFormat()
  const id = useId()
  const ratio = Math.min(...grounds.map((ground) => contrastOf(value, ground)))
  const better = readable(value, grounds)
  return (
    <div className={css['colour']}>
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      <div className={css['swatch']}>
        <input
          id={id}
          type="color"
          value={value}
          aria-describedby={`${id}-ratio`}
          onChange={(event) => onChange(event.target.value.toLowerCase())}
        />
        <code>{value}</code>
        <span id={`${id}-ratio`} className={css['hint']} data-poor={ratio < READABLE || undefined}>
          {t(ratio < READABLE ? 'poor' : 'fine', {
            ratio: format.number(Math.floor(ratio * 10) / 10),
            least: format.number(READABLE),
          })}
        </span>
        {better !== value && (
          <Button onPress={() => onChange(better)}>{t('mend', { colour: better })}</Button>
        )}
      </div>
    </div>
  )
}
