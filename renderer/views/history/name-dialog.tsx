import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../model/errors/result.ts'
import type { Version } from '../../../model/history/version.ts'
import { api } from '../../api.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { TextField } from '../../parts/text-field.tsx'

export interface NameDialogProps {
  readonly id: string
  readonly version: Version
  readonly onClose: (named: boolean) => void
}

/** Gives a version a name, which keeps it for good; an empty one takes the name away. */
export function NameDialog({ id, version, onClose }: NameDialogProps) {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const [text, setText] = useState(version.name ?? '')
  const [failure, setFailure] = useState<Failure | null>(null)

  async function save(): Promise<void> {
    const name = text.trim() === '' ? null : text.trim()
    const named = await api.call('history.name', { id, version: version.number, name })
    if (named.ok) onClose(true)
    else setFailure(named.error)
  }

  return (
    <Dialog
      title={t('name')}
      isOpen
      onOpenChange={(open) => !open && onClose(false)}
      buttons={
        <>
          <Button onPress={() => onClose(false)}>{common('cancel')}</Button>
          <Button look="primary" type="submit" form="version-name">
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id="version-name"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('nameField')}
          note={t('nameNote')}
          value={text}
          onChange={setText}
          maxLength={120}
          dir="auto"
          autoFocus
        />
      </form>
      {failure && <ErrorNote failure={failure} />}
    </Dialog>
  )
}
