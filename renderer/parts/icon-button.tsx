import type { Glyph } from '../icons/icon.tsx'
import type { Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './button.module.css'
import { useShortcutRef } from './shortcut-ref.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<AriaProps, 'className' | 'children' | 'style'> {
  readonly icon: Glyph
  /** Read by assistive technology and shown on hover and focus. */
  readonly label: string
  /** The keys that do the same, as the tooltip shows them. */
  readonly keys?: string | undefined
  /** The same for assistive technology. */
  readonly 'aria-keyshortcuts'?: string | undefined
  readonly className?: string | undefined
  /** Turns the picture around where text runs from right to left: arrows, undo, lists. */
  readonly mirror?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  className,
  mirror = false,
  ref,
  'aria-keyshortcuts': shortcut,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...props}
        ref={useShortcutRef(ref, shortcut)}
        aria-label={label}
        className={classNames(css['button'], css['quiet'], css['icon'], className)}
      >
        <Icon data-mirror={mirror || undefined} />
      </AriaButton>
    </Tooltip>
  )
}
