import css from './field.module.css'

export interface CheckBoxProps {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

/** Something that is so or is not. */
export function CheckBox({ label, isSelected, onChange }: CheckBoxProps) {
  return (
    <label className={css['check']}>
      <input
        type="checkbox"
        checked={isSelected}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  )
}
