import { CircleAlert, Lock } from '../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import { Badge } from '../parts/badge.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import type { Session } from '../session/session.ts'
import css from './bar.module.css'

/** The truth about the work on screen, in the bar. */
export function SaveStatus({ session }: { readonly session: Session }) {
  const { t } = useTranslation()
  const format = useFormat()
  const save = useStore(session.store, (state) => state.save)
  const said = () => {
    switch (save.kind) {
      case 'saved':
        return save.at === null
          ? t('save.saved')
          : t('save.savedAt', { time: format.time(save.at) })
      case 'pending':
        return t('save.pending')
      case 'saving':
        return t('save.saving')
      case 'failed':
        return (
          <Badge tone="danger" icon={CircleAlert}>
            {t('save.failed')}
          </Badge>
        )
      case 'readOnly':
        return (
          <Badge tone="warn" icon={Lock}>
            {t('save.readOnly')}
          </Badge>
        )
    }
  }
  return (
    <span role="status" className={css['save']} data-save={save.kind}>
      {said()}
    </span>
  )
}

/** Why nothing is saved, under the bar for as long as it is so. */
export function SaveFailure({ session }: { readonly session: Session }) {
  const { t } = useTranslation()
  const save = useStore(session.store, (state) =>
    state.save.kind === 'failed' ? state.save : null,
  )
  if (save === null) return null
  return (
    <div className={css['banner']}>
      <ErrorNote
        failure={save.error}
        buttons={<Button onPress={() => void session.flush()}>{t('retry')}</Button>}
      />
    </div>
  )
}
