import type { LucideIcon } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { Tooltip } from '../../parts/tooltip.tsx'
import { classNames } from '../../theme/class-names.ts'
import styles from './toolbar.module.css'

export interface IconToggleProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly keys?: string | undefined
  readonly isSelected: boolean
  readonly isDisabled?: boolean
  readonly onChange: () => void
}

/** A button that says whether what it does is already so. */
export function IconToggle({ icon: Icon, label, keys, ...props }: IconToggleProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <ToggleButton {...props} aria-label={label} className={classNames(styles['toggle'])}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </ToggleButton>
    </Tooltip>
  )
}
