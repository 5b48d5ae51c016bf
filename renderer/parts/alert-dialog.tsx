import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import { Button } from './button.tsx'
import css from './dialog.module.css'

export interface AlertDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
  /** What the button says that goes through with it. */
  readonly confirm: string
  readonly danger?: boolean
  readonly onConfirm: () => void
}

/** Asks before something that cannot be undone. What can be undone is done at once, with a toast that undoes it. */
export function AlertDialog({
  title,
  isOpen,
  onOpenChange,
  children,
  confirm,
  danger = false,
  onConfirm,
}: AlertDialogProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} className={classNames(css['veil'])}>
      <Modal className={classNames(css['modal'])}>
        <AriaDialog role="alertdialog" className={classNames(css['dialog'])}>
          <header className={css['head']}>
            <Heading slot="title" level={2} className={classNames(css['title'])}>
              {title}
            </Heading>
          </header>
          <div className={css['body']}>{children}</div>
          <footer className={css['foot']}>
            <Button autoFocus onPress={() => onOpenChange(false)}>
              {t('cancel')}
            </Button>
            <Button
              look={danger ? 'danger' : 'primary'}
              onPress={() => {
                onOpenChange(false)
                onConfirm()
              }}
            >
              {confirm}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
