import type { Glyph } from '../icons/icon.tsx'
import { Check } from '../icons/icons.ts'
import type { ReactNode } from 'react'
import {
  ToggleButton as AriaToggle,
  ToggleButtonGroup as AriaGroup,
  type Key,
  type ToggleButtonProps as AriaProps,
} from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './button.module.css'
import { useShortcutRef } from './shortcut-ref.ts'
import group from './toggle-button.module.css'
import { Tooltip } from './tooltip.tsx'

export interface ToggleButtonProps extends Omit<AriaProps, 'className' | 'children' | 'style'> {
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A button that stays in. Chosen ones carry a tick, so that colour is not the only sign. */
export function ToggleButton({ className, children, ...props }: ToggleButtonProps) {
  return (
    <AriaToggle {...props} className={classNames(css['button'], css['toggle'], className)}>
      <Check className={css['tick']} />
      {children}
    </AriaToggle>
  )
}

export interface IconToggleProps extends Omit<AriaProps, 'className' | 'children' | 'style'> {
  readonly icon: Glyph
  readonly label: string
  readonly keys?: string | undefined
  readonly 'aria-keyshortcuts'?: string | undefined
}

/** A toggle that shows a picture only; its label stands in the tooltip. */
export function IconToggle({
  icon: Icon,
  label,
  keys,
  'aria-keyshortcuts': shortcut,
  ...props
}: IconToggleProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaToggle
        {...props}
        ref={useShortcutRef<HTMLButtonElement>(undefined, shortcut)}
        aria-label={label}
        className={classNames(css['button'], css['quiet'], css['icon'], css['toggle'])}
      >
        <Icon />
      </AriaToggle>
    </Tooltip>
  )
}

export interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly {
    readonly value: T
    readonly text: ReactNode
    readonly label?: string
  }[]
  readonly onChange: (value: T) => void
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <AriaGroup
      aria-label={label}
      className={classNames(group['choice'])}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys: Set<Key>) => {
        const [key] = keys
        if (key !== undefined) onChange(key as T)
      }}
    >
      {options.map((option) => (
        <AriaToggle
          key={option.value}
          id={option.value}
          {...(option.label === undefined ? {} : { 'aria-label': option.label })}
          className={classNames(css['button'], css['toggle'], group['option'])}
        >
          {option.text}
        </AriaToggle>
      ))}
    </AriaGroup>
  )
}
