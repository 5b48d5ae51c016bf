import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './tooltip.module.css'

export interface TooltipProps {
  readonly text: string
  readonly keys?: string | undefined
  /** The control that it explains; it takes focus. */
  readonly children: ReactElement
}

export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {children}
      <AriaTooltip className={classNames(css['tooltip'])} offset={6}>
        {text}
        {keys !== undefined && <kbd className={css['keys']}>{keys}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
