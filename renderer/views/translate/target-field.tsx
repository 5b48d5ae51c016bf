import { useCallback } from 'react'
import { directionOf } from '../../../model/document/locale.ts'
import type { Content } from '../../../model/document/text.ts'
import { numberedCodes } from '../../../model/workflow/codes.ts'
import { useFormat } from '../../i18n/format.ts'
import { showCodeNumbers } from './code-numbers.ts'
import { Field } from '../../editor/field/field.tsx'
import css from './translate.module.css'

export interface TargetFieldProps {
  readonly unit: string
  readonly locale: string
  readonly content: Content
  /** Its codes have the numbers that they have there. */
  readonly source: Content
  readonly label: string
  /** Titles and headings are one line; all else may break. */
  readonly lines: 'one' | 'many'
  readonly readOnly: boolean
  /** `merge`: as a field says it; undefined: it stands alone in the history. */
  readonly onChange: (content: Content, merge: string | undefined) => void
}

/** Where a translation is written: the same field as the source has, with its marks, links and facts. */
export function TargetField(props: TargetFieldProps) {
  const { unit, locale, content, source, label, lines, readOnly, onChange } = props
  const format = useFormat()
  const showNumbers = useCallback(
    (root: HTMLElement, shown: Content) =>
      showCodeNumbers(root, numberedCodes(source, shown).target, format.number),
    [source, format],
  )
  // The editor takes the direction off its own element while somebody writes in it, and then has that of its parent.
  return (
    <div dir={directionOf(locale)}>
      <Field
        unit={unit}
        content={content}
        label={label}
        lines={lines}
        readOnly={readOnly}
        wholeCodes
        className={css['editor']}
        onChange={onChange}
        onDrawn={showNumbers}
      />
    </div>
  )
}
