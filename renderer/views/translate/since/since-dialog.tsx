import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { startOfDate, versionAt } from '../../../../model/workflow/since.ts'
import type { Version } from '../../../../model/history/version.ts'
import { useLate } from '../../../app/late.ts'
import { TimeFields } from '../../../editor/time/time-fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { Select } from '../../../parts/select.tsx'
import { Choice } from '../../../parts/toggle-button.tsx'
import type { Session } from '../../../session/session.ts'
import { useVersionName } from '../../history/version-list.tsx'
import { useVersions } from '../../history/versions.ts'
import { numbersOf } from '../units.ts'
import { useSince, type Since } from './since.ts'
import { SourceList } from './source-list.tsx'
import { useSummary } from './summary.ts'
import css from './since.module.css'

export interface SinceDialogProps {
  readonly session: Session
  /** What was chosen before. */
  readonly since: Since | null
  readonly onGo: (unit: string) => void
  /** The list of Translate is to show only what changed. */
  readonly onShow: (since: Since) => void
  readonly onClose: () => void
}

const NO_VERSIONS: readonly Version[] = []

const sinceVersion = ({ number, name, at }: Version): Since => ({
  version: number,
  said: { kind: 'version', name, at },
})

/** Asks since when, a date or a version, and tells what came, went and changed in the source since then. */
export function SinceDialog({ session, since, onGo, onShow, onClose }: SinceDialogProps) {
  const { t } = useTranslation('translate')
  const { t: common } = useTranslation()
  const summary = useSummary()
  const { versions: read } = useVersions(session)
  const versions = read?.ok ? read.value : NO_VERSIONS
  const nameOf = useVersionName(versions)
  const [how, setHow] = useState(since?.said.kind ?? 'version')
  const [date, setDate] = useState(since?.said.kind === 'date' ? since.said.date : null)
  const [number, setNumber] = useState(since?.said.kind === 'version' ? since.version : null)
  // Without a choice it is the last state before this one.
  const version = versions.find((one) => one.number === number) ?? versions[1] ?? versions[0]
  const wanted = wantedSince()
  const { sources, failure } = useSince(session, wanted)
  const { document } = useStore(session.store, ({ state }) => state)

  function wantedSince(): Since | null {
    if (how === 'version') return version === undefined ? null : sinceVersion(version)
    if (date === null || versions.length === 0) return null
    const stood = versionAt(versions, startOfDate(date))
    return { version: stood?.number ?? null, said: { kind: 'date', date } }
  }

  return (
    <Dialog
      title={t('since.title')}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('close')}</Button>
          <Button
            look="primary"
            isDisabled={sources === null || sources.every(({ kind }) => kind === 'removed')}
            onPress={() => wanted !== null && onShow(wanted)}
          >
            {t('since.show')}
          </Button>
        </>
      }
    >
      <div className={css['when']}>
        <Choice
          label={t('since.how')}
          value={how}
          options={[
            { value: 'version', text: t('since.version') },
            { value: 'date', text: t('since.date') },
          ]}
          onChange={setHow}
        />
        {how === 'date' ? (
          <TimeFields
            shapes={['date']}
            label={t('since.day')}
            value={date === null ? null : { kind: 'date', date }}
            onChange={(value) => setDate(value?.kind === 'date' ? value.date : null)}
          />
        ) : (
          <Select
            label={t('since.which')}
            value={version === undefined ? null : String(version.number)}
            options={versions.map((one) => ({ value: String(one.number), text: nameOf(one) }))}
            onChange={(chosen) => setNumber(Number(chosen))}
          />
        )}
      </div>
      {read?.ok === false && <ErrorNote failure={read.error} />}
      {failure !== null && <ErrorNote failure={failure} />}
      <div role="status" className={css['status']}>
        {how === 'date' && date === null && t('since.ask')}
        {wanted !== null && sources !== null && summary(wanted, sources)}
        {wanted?.version === null && ` ${t('since.begun')}`}
        {wanted !== null && sources === null && failure === null && <Waiting />}
      </div>
      {sources !== null && sources.length > 0 && (
        <SourceList
          sources={sources}
          locale={document.sourceLocale}
          numbers={numbersOf(document)}
          onGo={onGo}
        />
      )}
    </Dialog>
  )
}

function Waiting() {
  const { t } = useTranslation()
  return useLate() ? t('opening') : null
}
