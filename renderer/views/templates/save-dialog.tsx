import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NameDialog } from './name-dialog.tsx'
import css from './templates.module.css'
import { saveTemplate } from './templates.ts'

export interface SaveDialogProps {
  /** The postmortem that gives its shape. */
  readonly id: string
  readonly name: string
  /** Runs first: what is on screen must be in the library. */
  readonly flush?: () => Promise<unknown>
  readonly onClose: () => void
}

/** Keeps the shape of a postmortem under a name, to begin others with. */
export function SaveDialog({ id, name, flush, onClose }: SaveDialogProps) {
  const { t } = useTranslation('own-template')
  const [texts, setTexts] = useState(false)
  const note = useId()
  return (
    <NameDialog
      title={t('title')}
      button={t('button')}
      name={name.slice(0, 200)}
      onClose={onClose}
      onName={async (given) => {
        await flush?.()
        return saveTemplate(id, given, texts)
      }}
    >
      <label className={css['check']}>
        <input
          type="checkbox"
          checked={texts}
          aria-describedby={note}
          onChange={(event) => setTexts(event.target.checked)}
        />
        {t('texts')}
      </label>
      <p id={note} className={css['note']}>
        {t('note')}
      </p>
    </NameDialog>
  )
}
