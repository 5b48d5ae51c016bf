import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './button.module.css'
import { useShortcutRef } from './shortcut-ref.ts'

export interface ButtonProps extends Omit<AriaProps, 'className' | 'children' | 'style'> {
  /** `primary` is the one thing that a person came to do; a screen has at most one. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly className?: string | undefined
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
  /** The keys that do the same, as assistive technology is told of them (`ariaKeysOf`). */
  readonly 'aria-keyshortcuts'?: string | undefined
}

export function Button({
  look = 'plain',
  className,
  children,
  ref,
  'aria-keyshortcuts': keys,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      ref={useShortcutRef(ref, keys)}
      className={classNames(css['button'], look !== 'plain' && css[look], className)}
    >
      {children}
    </AriaButton>
  )
}
