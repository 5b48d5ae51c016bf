import { Plus, Sigma } from '../../icons/icons.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { AlignmentReport } from '../../../model/contract/calls.ts'
import type { ExchangeReport as Merged } from '../../../model/contract/exchange.ts'
import { api } from '../../api.ts'
import { closeDialog, openDialog, useDialog } from '../../app/dialogs.ts'
import { useLater } from '../../app/later.ts'
import { toastFailure } from '../../app/failure-toast.ts'
import type { Target } from '../../app/route.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SplitView } from '../../parts/split-view.tsx'
import { toast } from '../../parts/toast.tsx'
import { Preview } from '../../preview/preview.tsx'
import type { Session } from '../../session/session.ts'
import { provide } from '../../commands/registry.ts'
import { CountsDialog } from './counts/counts-dialog.tsx'
import { addLocale, removeLocale } from './actions.ts'
import { AddLocale } from './add-locale.tsx'
import { useFileJob } from './exchange-job.tsx'
import { ExchangeReport } from './exchange-report.tsx'
import { ExportTranslators } from './export-translators.tsx'
import { lastPlace } from './last-place.ts'
import { ImportReport } from './import-report.tsx'
import { LocaleList } from './locale-list.tsx'
import { usePseudo } from './pseudo.ts'
import { ReviewReport } from './review-report.tsx'
import css from './translate.module.css'
import { Units } from './units-pane.tsx'

export interface TranslateProps {
  readonly session: Session
  /** The language to work in; null: the one that was worked in last, or the first. */
  readonly locale: string | null
  readonly target: Target | null
}

/** The source beside its translation, unit by unit, with the page that they make. */
export function Translate({ session, locale: wanted, target }: TranslateProps) {
  const { t } = useTranslation('translate')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { locales, sourceLocale } = useStore(session.store, ({ state }) => state.document)
  const place = lastPlace(session.id)
  const [chosen, setChosen] = useState(wanted ?? place.locale)
  const [unit, setUnit] = useState(target?.unit ?? place.unit)
  const dialog = useDialog()
  const isLater = useLater()
  const [reviewed, setReviewed] = useState(false)
  const [report, setReport] = useState<AlignmentReport | null>(null)
  const [merged, setMerged] = useState<Merged | null>(null)
  const [leaving, setLeaving] = useState<string | null>(null)
  const locale = chosen !== null && locales.includes(chosen) ? chosen : (locales[0] ?? null)

  usePseudo(session, locale)
  const hasLocale = locale !== null
  useEffect(
    () => (hasLocale ? provide({ counts: () => openDialog('counts') }) : undefined),
    [hasLocale],
  )
  const file = useFileJob()

  function choose(next: string): void {
    place.locale = next
    setChosen(next)
  }
  function go(next: string | null): void {
    place.unit = next
    setUnit(next)
  }

  function remove(gone: string): void {
    const restore = removeLocale(session, gone)
    toast({
      text: t('removed', { language: format.language(gone) }),
      action: { text: common('undo'), onPress: restore },
    })
  }

  async function read(into: string): Promise<void> {
    choose(into)
    // The import works on what is in the library, so that must be what is on screen.
    if (!(await session.flush())) return
    const done = await file.run((job) =>
      api.call('import.translation', { id: session.id, locale: into, job }),
    )
    if (!done.ok) return toastFailure(done.error)
    setReport(done.value.report)
    setMerged(done.value.exchange)
  }

  return (
    <>
      <SplitView
        id="translate"
        start={{
          label: t('languages'),
          role: 'navigation',
          size: 248,
          min: 200,
          max: 360,
          content: (
            <Panel title={t('languages')}>
              <p className={css['hint']}>
                {t('sourceLanguage', { language: format.language(sourceLocale) })}
              </p>
              {isLater && locales.length > 0 && (
                <LocaleList
                  session={session}
                  selected={locale}
                  onSelect={choose}
                  onRemove={remove}
                  onImport={(into) => void read(into)}
                  onExport={setLeaving}
                  onReviewed={(of) => {
                    choose(of)
                    setReviewed(true)
                  }}
                  onAsides={(of) => {
                    choose(of)
                    openDialog('asides')
                  }}
                />
              )}
              <Button onPress={() => openDialog('addLanguage')}>
                <Plus size={16} />
                {t('addLanguage')}
              </Button>
              {locale !== null && (
                <Button look="quiet" onPress={() => openDialog('counts')}>
                  <Sigma size={16} />
                  {t('counts.menu')}
                </Button>
              )}
            </Panel>
          ),
        }}
        end={
          locale === null
            ? undefined
            : {
                label: t('preview'),
                role: 'complementary',
                // On a small window the texts need the room more than the page does.
                size: Math.min(400, Math.round(innerWidth * 0.28)),
                min: 280,
                max: 720,
                bare: true,
                content: (
                  <Preview
                    session={session}
                    locale={locale}
                    audience="internal"
                    title={t('previewOf', { language: format.language(locale) })}
                    unit={unit}
                    onUnit={go}
                  />
                ),
              }
        }
      >
        <main id="main" className={css['main']}>
          {locale === null ? (
            <div className={css['none']}>
              <EmptyState
                title={t('none.title')}
                buttons={
                  <Button look="primary" onPress={() => openDialog('addLanguage')}>
                    {t('addLanguage')}
                  </Button>
                }
              >
                {t('none.text')}
              </EmptyState>
            </div>
          ) : (
            <Units key={locale} session={session} locale={locale} unit={unit} onUnit={go} />
          )}
        </main>
      </SplitView>
      {dialog === 'counts' && locale !== null && (
        <CountsDialog session={session} locale={locale} onClose={closeDialog} />
      )}
      {dialog === 'addLanguage' && (
        <AddLocale
          taken={[sourceLocale, ...locales]}
          onAdd={(added) => {
            addLocale(session, added)
            choose(added)
          }}
          onClose={closeDialog}
        />
      )}
      {reviewed && locale !== null && (
        <ReviewReport
          session={session}
          locale={locale}
          onGo={go}
          onClose={() => setReviewed(false)}
        />
      )}
      {report !== null && locale !== null && (
        <ImportReport
          report={report}
          sourceLocale={sourceLocale}
          locale={locale}
          onClose={() => setReport(null)}
        />
      )}
      {merged !== null && (
        <ExchangeReport
          report={merged}
          sourceLocale={sourceLocale}
          onUnit={go}
          onClose={() => setMerged(null)}
        />
      )}
      {leaving !== null && (
        <ExportTranslators
          session={session}
          locale={leaving}
          run={file.run}
          onClose={() => setLeaving(null)}
        />
      )}
      {file.dialog}
    </>
  )
}
