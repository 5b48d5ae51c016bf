import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../model/errors/result.ts'
import { useFailureText } from '../../i18n/failure.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/text-field.tsx'
import css from './templates.module.css'

export interface NameDialogProps {
  readonly title: string
  readonly button: string
  /** The name that it begins with. */
  readonly name: string
  /** Answers why the name was not taken, or null. */
  readonly onName: (name: string) => Promise<Failure | null>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks what a template is to be called. */
export function NameDialog({ title, button, name, onName, onClose, children }: NameDialogProps) {
  const { t } = useTranslation('own-template')
  const { t: common } = useTranslation()
  const failureText = useFailureText()
  const form = useId()
  const [text, setText] = useState(name)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const ready = text.trim() !== '' && !busy

  async function take(): Promise<void> {
    if (!ready) return
    setBusy(true)
    const refused = await onName(text.trim())
    if (refused === null) return onClose()
    setFailure(refused)
    setBusy(false)
  }

  return (
    <Dialog
      title={title}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={!ready}>
            {button}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        <TextField
          label={t('name')}
          value={text}
          onChange={(typed) => {
            setText(typed)
            setFailure(null)
          }}
          error={failure === null ? undefined : failureText(failure)}
          maxLength={200}
          dir="auto"
          autoFocus
        />
        {children}
      </form>
    </Dialog>
  )
}
