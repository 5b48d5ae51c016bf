import { Search, X } from '../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { Button, Input, Label, SearchField as AriaField } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './field.module.css'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
}

/** A search over what is on screen; the label is read out and stands in the empty field. Escape clears it. */
export function SearchField({ label, value, onChange, autoFocus = false }: SearchFieldProps) {
  const { t } = useTranslation()
  return (
    <AriaField
      className={classNames(css['field'])}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
    >
      <Label className={classNames(css['hidden'])}>{label}</Label>
      <div className={css['box']}>
        <Search className={css['lead']} />
        <Input className={classNames(css['input'], css['led'])} placeholder={label} />
        <Button
          aria-label={t('clear')}
          className={classNames(css['trail'])}
          data-hidden={value === '' || undefined}
        >
          <X />
        </Button>
      </div>
    </AriaField>
  )
}
