import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Change } from '../../../model/document/change.ts'
import type { Version } from '../../../model/history/version.ts'
import { changesTo } from '../../../model/history/changes.ts'
import { changesBack } from '../../../model/history/restore.ts'
import { api } from '../../api.ts'
import { toastFailure } from '../../app/failure-toast.ts'
import { useLate } from '../../app/late.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Select } from '../../parts/select.tsx'
import { SplitView } from '../../parts/split-view.tsx'
import { toast } from '../../parts/toast.tsx'
import { Choice } from '../../parts/toggle-button.tsx'
import type { Session } from '../../session/session.ts'
import { Comparison } from './comparison.tsx'
import css from './history.module.css'
import { NameDialog } from './name-dialog.tsx'
import type { Layout } from './redline.tsx'
import { useVersion, useVersions } from './versions.ts'
import { useVersionName, VersionList } from './version-list.tsx'

const NO_VERSIONS: readonly Version[] = []

/** The versions of a postmortem: any two of them compared, and the way back to one, whole or in part. */
export function History({ session }: { readonly session: Session }) {
  const { t } = useTranslation('history')
  const { versions, reload } = useVersions(session)
  const [chosen, setChosen] = useState<number | null>(null)
  const listed = versions?.ok ? versions.value : NO_VERSIONS
  const selected = listed.find(({ number }) => number === chosen) ?? listed[1] ?? listed[0]
  return (
    <SplitView
      id="history"
      start={{
        label: t('versions'),
        role: 'navigation',
        size: 260,
        min: 200,
        max: 400,
        content: (
          <Panel title={t('versions')}>
            <VersionList
              versions={listed}
              selected={selected?.number ?? null}
              onSelect={setChosen}
            />
          </Panel>
        ),
      }}
    >
      <main id="main" className={css['main']}>
        {versions === null && <Waiting />}
        {versions?.ok === false && <ErrorNote failure={versions.error} />}
        {selected && listed.length < 2 && (
          <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
        )}
        {selected && listed.length > 1 && (
          <Compared
            key={selected.number}
            session={session}
            versions={listed}
            selected={selected}
            onSelect={setChosen}
            reload={reload}
          />
        )}
      </main>
    </SplitView>
  )
}

function Waiting() {
  const { t } = useTranslation()
  return useLate() ? <p role="status">{t('opening')}</p> : null
}

interface ComparedProps {
  readonly session: Session
  readonly versions: readonly Version[]
  readonly selected: Version
  readonly onSelect: (version: number) => void
  readonly reload: () => Promise<void>
}

function Compared({ session, versions, selected, onSelect, reload }: ComparedProps) {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const format = useFormat()
  const nameOf = useVersionName(versions)
  const { sourceLocale, locales } = useStore(session.store, ({ state }) => state.document)
  const readOnly = useStore(session.store, ({ save }) => save.kind === 'readOnly')
  const now = versions[0]!.number
  const isNow = selected.number === now
  // Null: what stands now, whatever its number is by then, or for that the one before it.
  const [wanted, setOther] = useState<number | null>(null)
  const other = wanted ?? (isNow ? versions[1]!.number : now)
  const [locale, setLocale] = useState(sourceLocale)
  const [layout, setLayout] = useState<Layout>('redline')
  const [naming, setNaming] = useState(false)
  const one = useVersion(session, selected.number, isNow)
  const two = useVersion(session, other, other === now)
  const [before, after] = selected.number < other ? [one, two] : [two, one]

  /** What stands now is a version of its own first, so that going back can be gone back on, even after a restart. */
  async function restore(changes: () => readonly Change[], said: string): Promise<void> {
    await session.flush()
    const kept = await api.call('history.keep', { id: session.id })
    if (!kept.ok) return toastFailure(kept.error)
    if (!session.apply(changes())) return
    onSelect(selected.number)
    void reload()
    toast({
      text: said,
      action: {
        text: common('undo'),
        onPress: () => {
          session.undo()
          void reload()
        },
      },
    })
  }
  const present = () => session.store.getState().state

  return (
    <>
      <div className={css['tools']}>
        <h2 className={css['title']}>
          <bdi>{nameOf(selected)}</bdi>
        </h2>
        <Button isDisabled={readOnly} onPress={() => setNaming(true)}>
          {t('name')}
        </Button>
        <Button
          isDisabled={readOnly || isNow || !one?.ok}
          onPress={() => {
            if (one?.ok)
              void restore(
                () => changesTo(present(), one.value),
                t('restored', { version: nameOf(selected) }),
              )
          }}
        >
          {t('restoreVersion')}
        </Button>
      </div>
      <div className={css['tools']}>
        <Select
          label={t('compareWith')}
          value={String(other)}
          options={versions
            .filter(({ number }) => number !== selected.number)
            .map((version) => ({ value: String(version.number), text: nameOf(version) }))}
          onChange={(number) => setOther(Number(number) === now ? null : Number(number))}
        />
        <Select
          label={t('language')}
          value={locale}
          options={[sourceLocale, ...locales].map((tag) => ({
            value: tag,
            text: format.language(tag),
          }))}
          onChange={setLocale}
        />
        <Choice<Layout>
          label={t('layout')}
          value={layout}
          options={[
            { value: 'redline', text: t('redline') },
            { value: 'beside', text: t('beside') },
          ]}
          onChange={setLayout}
        />
      </div>
      {[one, two].map((read, at) =>
        // The two keep their places, so that an index names them.
        // oxlint-disable-next-line react/no-array-index-key
        read?.ok === false ? <ErrorNote key={at} failure={read.error} /> : null,
      )}
      {(one === null || two === null) && <Waiting />}
      {before?.ok && after?.ok && (
        <Comparison
          before={before.value}
          after={after.value}
          locale={locale}
          layout={layout}
          onRestore={
            readOnly || isNow || !one?.ok
              ? undefined
              : (part, name) =>
                  void restore(
                    () => changesBack(present(), one.value, part),
                    t('restoredPart', { part: name }),
                  )
          }
        />
      )}
      {naming && (
        <NameDialog
          id={session.id}
          version={selected}
          onClose={(named) => {
            setNaming(false)
            if (named) void reload()
          }}
        />
      )}
    </>
  )
}
