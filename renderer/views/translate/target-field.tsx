import { directionOf } from '../../../model/document/locale.ts'
import type { Content } from '../../../model/document/text.ts'
import { Field } from '../../editor/field/field.tsx'
import css from './translate.module.css'

export interface TargetFieldProps {
  readonly unit: string
  readonly locale: string
  readonly content: Content
  readonly label: string
  /** Titles and headings are one line; all else may break. */
  readonly lines: 'one' | 'many'
  readonly readOnly: boolean
  readonly onChange: (content: Content) => void
}

/** Where a translation is written: the same field as the source has, with its marks, links and facts. */
export function TargetField(props: TargetFieldProps) {
  const { unit, locale, content, label, lines, readOnly, onChange } = props
  // The editor takes the direction off its own element while somebody writes in it, and then has that of its parent.
  return (
    <div dir={directionOf(locale)}>
      <Field
        unit={unit}
        content={content}
        label={label}
        lines={lines}
        readOnly={readOnly}
        className={css['editor']}
        onChange={onChange}
      />
    </div>
  )
}
