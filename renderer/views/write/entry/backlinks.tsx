import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Session } from '../../../session/session.ts'
import { Chip } from './chip.tsx'
import css from './chip.module.css'
import { relations } from './relations.ts'

const NOBODY: readonly string[] = []

/** The lessons that came of a finding or led to an action, and the finding that replaced one. */
export function Backlinks({ session, id }: { readonly session: Session; readonly id: string }) {
  const { t } = useTranslation('entries')
  const store = relations(session)
  const lessons = useStore(
    store,
    useShallow((now) => now.lessons.get(id) ?? NOBODY),
  )
  const later = useStore(
    store,
    useShallow((now) => now.later.get(id) ?? NOBODY),
  )
  if (lessons.length === 0 && later.length === 0) return null
  return (
    <div className={css['chips']} role="group" aria-label={t('backlinks')}>
      {later.map((one) => (
        <Chip key={one} id={one} role={t('replacedBy')} />
      ))}
      {lessons.map((one) => (
        <Chip key={one} id={one} />
      ))}
    </div>
  )
}
