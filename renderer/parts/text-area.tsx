import { FieldError, Label, Text, TextArea as AriaArea, TextField } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './field.module.css'
import type { FieldProps } from './text-field.tsx'

export interface TextAreaProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly maxLength?: number | undefined
  readonly autoFocus?: boolean
}

/** Plain text of several lines; grows with it. */
export function TextArea({
  label,
  labelHidden = false,
  note,
  error,
  internal = false,
  placeholder,
  lang,
  dir,
  maxLength,
  ...props
}: TextAreaProps) {
  return (
    <TextField
      {...props}
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
      <AriaArea
        className={classNames(css['input'], css['area'])}
        placeholder={placeholder}
        lang={lang}
        dir={dir}
      />
      {note !== undefined && (
        <Text slot="description" className={classNames(css['note'])}>
          {note}
        </Text>
      )}
      <FieldError className={classNames(css['error'])}>{error}</FieldError>
    </TextField>
  )
}
