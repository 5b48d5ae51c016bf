import { X } from '../icons/icons.ts'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { keepCaret } from '../commands/caret.ts'
import { classNames } from '../theme/class-names.ts'
import css from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
  /** The buttons, the safe one first. */
  readonly buttons?: ReactNode
  readonly wide?: boolean
  /** As much of the window as there is. */
  readonly full?: boolean
}

/** A task that must be done or left before anything else. Escape leaves it; focus comes back to where it was. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  children,
  buttons,
  wide,
  full,
}: DialogProps) {
  const { t } = useTranslation()
  const [giveBack] = useState(() => keepCaret())
  useEffect(() => giveBack, [giveBack])
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className={classNames(css['veil'])}
    >
      <Modal className={classNames(css['modal'], wide && css['wide'], full && css['full'])}>
        <AriaDialog className={classNames(css['dialog'])}>
          <header className={css['head']}>
            <Heading slot="title" level={2} className={classNames(css['title'])}>
              {title}
            </Heading>
            <IconButton icon={X} label={t('close')} onPress={() => onOpenChange(false)} />
          </header>
          <div className={css['body']}>{children}</div>
          {buttons !== undefined && <footer className={css['foot']}>{buttons}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
