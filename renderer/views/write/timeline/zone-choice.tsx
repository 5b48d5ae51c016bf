import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useHost } from '../../../editor/context.ts'
import { ZoneField } from '../../../editor/time/zone-field.tsx'
import { Button } from '../../../parts/button.tsx'
import type { Session } from '../../../session/session.ts'
import css from './timeline.module.css'

/** The one zone that the times of events are shown in, for readers too; or none, and each keeps its own. */
export function ZoneChoice({ session }: { readonly session: Session }) {
  const { t } = useTranslation('timeline')
  const host = useHost()
  const zone = useStore(session.store, ({ state }) => state.document.metadata.zone)
  const put = (next: string | undefined): void => {
    const { metadata } = session.store.getState().state.document
    session.apply([{ type: 'metadata.put', metadata: { ...metadata, zone: next } }], {
      merge: 'metadata zone',
    })
  }
  return (
    <div className={css['choice']}>
      <ZoneField
        label={t('zone')}
        zone={zone ?? ''}
        placeholder={t('zoneTyped')}
        isDisabled={host.readOnly}
        onChange={put}
      />
      {zone !== undefined && !host.readOnly && (
        <Button onPress={() => put(undefined)}>{t('zoneClear')}</Button>
      )}
    </div>
  )
}
