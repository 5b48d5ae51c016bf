import type { HTMLInputAutoCompleteAttribute, Ref } from 'react'
import { FieldError, Input, Label, Text, TextField as AriaField } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './field.module.css'

export interface FieldProps {
  readonly label: string
  /** For where the label stands beside it in another form; it is still read out. */
  readonly labelHidden?: boolean
  readonly note?: string | undefined
  /** Why the value is refused. */
  readonly error?: string | undefined
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly isRequired?: boolean
  /** Marks a field whose text never gets published. */
  readonly internal?: boolean
  readonly placeholder?: string | undefined
  /** Language and direction of what is typed, where it is not the interface's. */
  readonly lang?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
}

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly autoFocus?: boolean
  /** Nobody who looks on is to read what is typed. */
  readonly secret?: boolean
  readonly maxLength?: number | undefined
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField({
  label,
  labelHidden = false,
  note,
  error,
  internal = false,
  placeholder,
  lang,
  dir,
  maxLength,
  secret = false,
  inputRef,
  ...props
}: TextFieldProps) {
  return (
    <AriaField
      autoComplete="off"
      {...props}
      {...(secret ? { type: 'password' } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
      isInvalid={error !== undefined}
      className={classNames(css['field'])}
    >
      <Label
        className={classNames(
          css['label'],
          internal && css['internal'],
          labelHidden && css['hidden'],
        )}
      >
        {label}
      </Label>
      <Input
        ref={inputRef ?? null}
        className={classNames(css['input'])}
        placeholder={placeholder ?? ''}
        lang={lang}
        dir={dir}
      />
      {note !== undefined && (
        <Text slot="description" className={classNames(css['note'])}>
          {note}
        </Text>
      )}
      <FieldError className={classNames(css['error'])}>{error}</FieldError>
    </AriaField>
  )
}
