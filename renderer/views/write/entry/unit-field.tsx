import { Field } from '../../../editor/field/field.tsx'
import type { UnitText } from '../../../../model/document/text.ts'
import css from './entry.module.css'

export interface UnitFieldProps {
  readonly text: UnitText
  readonly label: string
  readonly placeholder: string
  readonly onChange: (text: UnitText, merge: string | undefined) => void
  readonly onEmptyBackspace?: (() => void) | undefined
}

/** A text of an entry. It may have lines; it is still one unit. */
export function UnitField({
  text,
  label,
  placeholder,
  onChange,
  onEmptyBackspace,
}: UnitFieldProps) {
  return (
    <Field
      unit={text.id}
      content={text.content}
      label={label}
      placeholder={placeholder}
      lines="many"
      className={css['text']}
      onChange={(content, merge) => onChange({ ...text, content }, merge)}
      onEmptyBackspace={onEmptyBackspace}
    />
  )
}
