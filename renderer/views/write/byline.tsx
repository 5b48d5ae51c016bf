import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { readDate } from '../../../model/facts/date.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Session } from '../../session/session.ts'
import css from './write.module.css'

/** What stands under the title: who, which incident, when. It is changed in the details. */
export function Byline({ session }: { readonly session: Session }) {
  const { t } = useTranslation('write')
  const format = useFormat()
  const metadata = useStore(session.store, ({ state }) => state.document.metadata)
  const date = (value: string | null): string | null =>
    value === null ? null : readDate({ kind: 'date', date: value }, 'long', format.locale)
  const incident = date(metadata.incidentOn)
  const parts = [
    metadata.organisation,
    metadata.reference,
    incident === null ? '' : t('incidentOn', { date: incident }),
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  return (
    <p className={css['byline']}>
      {parts.map((part) => (
        <span key={part}>
          <bdi>{part}</bdi>
        </span>
      ))}
    </p>
  )
}
