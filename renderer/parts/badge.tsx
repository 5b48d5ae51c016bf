import type { Glyph } from '../icons/icon.tsx'
import type { ReactNode } from 'react'
import { classNames } from '../theme/class-names.ts'
import css from './badge.module.css'

export type Tone = 'plain' | 'accent' | 'ok' | 'warn' | 'danger' | 'note'

export interface BadgeProps {
  readonly tone?: Tone
  readonly icon?: Glyph | undefined
  /** Always a word: a colour alone says nothing. */
  readonly children: ReactNode
}

export function Badge({ tone = 'plain', icon: Icon, children }: BadgeProps) {
  return (
    <span className={classNames(css['badge'], css[tone])}>
      {Icon && <Icon />}
      {children}
    </span>
  )
}
