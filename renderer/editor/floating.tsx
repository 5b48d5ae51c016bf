import { useRef, type ReactNode } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import { TOOLS } from './context.ts'
import styles from './popover.module.css'

export interface FloatingProps {
  readonly title: string
  /** What it belongs to, in the window's pixels. */
  readonly rect: DOMRect
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small dialog at a place in the text. */
export function Floating({ title, rect, onClose, children }: FloatingProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span
        ref={anchor}
        className={styles['anchor']}
        style={{ top: rect.top, left: rect.left, height: Math.max(1, rect.height) }}
      />
      <Popover
        {...TOOLS}
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
        className={classNames(styles['popover'])}
      >
        <Dialog className={classNames(styles['dialog'])}>
          <Heading slot="title" level={2} className={classNames(styles['title'])}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Popover>
    </>
  )
}
