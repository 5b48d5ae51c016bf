import { FileInput, FileOutput, Plus } from '../../icons/icons.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TERM_STATUSES, type Concept } from '../../../model/terms/concept.ts'
import { headOf } from '../../../model/terms/listing.ts'
import { currentSession } from '../../app/current-session.ts'
import { useLate } from '../../app/late.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { ProgressBar } from '../../parts/progress-bar.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Select } from '../../parts/select.tsx'
import { toast } from '../../parts/toast.tsx'
import { VirtualList } from '../../parts/virtual-list.tsx'
import { changeTerms } from '../../terms/changes.ts'
import { ConceptDialog } from './concept-dialog.tsx'
import { draftOf, newDraft, type ConceptDraft } from './concept-draft.ts'
import { ConceptRow } from './concept-row.tsx'
import { ExportTerms } from './export-terms.tsx'
import { ReportView } from './report-view.tsx'
import { useTermFiles, type Running } from './term-files.ts'
import { useTermList } from './term-list.ts'
import css from './terms.module.css'

const ANY = '*'
const STATUSES = [ANY, ...TERM_STATUSES, 'untranslatable'] as const
type Status = (typeof STATUSES)[number]
/** So many concepts that stayed are named. */
const SHOWN = 5

/** Nothing under 400 ms shows that it takes time. */
function Progress({ running, onStop }: { running: Running; onStop: () => void }) {
  const { t } = useTranslation('terms')
  const { t: common } = useTranslation()
  const format = useFormat()
  if (!useLate()) return null
  return (
    <div className={css['foot']}>
      <ProgressBar
        label={t(`running.${running.what}`)}
        value={running.share}
        max={1}
        text={format.percent(running.share, 1)}
      />
      <Button onPress={onStop}>{common('cancel')}</Button>
    </div>
  )
}

/** The termbase of the library: what is in it, and what comes in and goes out. */
export function TermsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('terms')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState(ANY)
  const [status, setStatus] = useState<Status>(ANY)
  const [editing, setEditing] = useState<{ draft: ConceptDraft; isNew: boolean } | null>(null)
  const locale = chosen === ANY ? null : chosen
  const { list, failure } = useTermList({
    text: search,
    locale,
    status: status === ANY ? null : status,
  })
  const [leaving, setLeaving] = useState(false)
  const files = useTermFiles(({ concepts, left }) => {
    const names = format.list(left.length > SHOWN ? [...left.slice(0, SHOWN), '…'] : left)
    const stayed = left.length > 0 ? [t('leaving.left', { names })] : []
    toast({ text: [t('exported', { count: concepts }), ...stayed].join(' ') })
  })
  const view = useRef<HTMLDivElement>(null)
  const entered = useRef(false)
  // What had the focus may be gone, as a concept that was deleted: the keyboard stays with the dialog.
  useEffect(() => {
    if (entered.current && document.activeElement === document.body)
      view.current?.focus({ preventScroll: true })
  })
  const fixed = currentSession()?.store.getState().save.kind === 'readOnly'

  function add(): void {
    const { sourceLocale = format.locale, locales = [] } =
      currentSession()?.store.getState().state.document ?? {}
    const languages = [sourceLocale, ...locales.slice(0, 1)]
    setEditing({ draft: newDraft(languages.map((tag) => [tag, ''])), isNew: true })
  }
  const remove = (concept: Concept): void =>
    void changeTerms(
      { put: [], remove: [concept.id] },
      { text: t('deleted', { term: headOf(concept, locale) }), undo: common('undo') },
    )

  const languages = (list?.locales ?? []).map(({ locale: tag, concepts }) => ({
    value: tag,
    text: format.language(tag),
    note: format.number(concepts),
  }))
  return (
    <Dialog title={t('title')} isOpen wide onOpenChange={(open) => !open && onClose()}>
      <div
        ref={view}
        tabIndex={-1}
        className={css['view']}
        data-terms-view
        onFocus={() => {
          entered.current = true
        }}
      >
        <div className={css['tools']}>
          <div className={css['search']}>
            <SearchField label={t('search')} value={search} onChange={setSearch} autoFocus />
          </div>
          <Select
            label={t('language')}
            labelHidden
            value={chosen}
            options={[{ value: ANY, text: t('anyLanguage') }, ...languages]}
            onChange={setChosen}
          />
          <Select
            label={t('status.label')}
            labelHidden
            value={status}
            options={STATUSES.map((value) => ({
              value,
              text: t(`status.${value === ANY ? 'any' : value}`),
            }))}
            onChange={setStatus}
          />
          {!fixed && (
            <>
              <Button onPress={files.take}>
                <FileInput size={16} />
                {t('import')}
              </Button>
            </>
          )}
          <Button isDisabled={list === null || list.all === 0} onPress={() => setLeaving(true)}>
            <FileOutput size={16} />
            {t('export')}
          </Button>
          {!fixed && (
            <Button look="primary" onPress={add}>
              <Plus size={16} />
              {t('add')}
            </Button>
          )}
        </div>
        {files.running !== null && <Progress running={files.running} onStop={files.stop} />}
        {files.report !== null && <ReportView report={files.report} onClose={files.forget} />}
        {failure !== null && <ErrorNote failure={failure} />}
        {list !== null && list.all === 0 && (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        )}
        {list !== null && list.all > 0 && list.total === 0 && (
          <EmptyState title={t('nothing.title')}>{t('nothing.text')}</EmptyState>
        )}
        {list !== null && list.total > 0 && (
          <>
            <p role="status" className={css['count']}>
              {t('count', { count: list.total })}
            </p>
            <VirtualList
              label={t('list')}
              className={css['list']}
              items={list.concepts}
              keyOf={({ id }) => id}
              estimate={({ terms }) => 24 + 22 * Math.min(terms.length, 4)}
              render={(concept) => (
                <ConceptRow
                  concept={concept}
                  head={headOf(concept, locale)}
                  fixed={fixed}
                  onEdit={() => setEditing({ draft: draftOf(concept), isNew: false })}
                  onDelete={() => remove(concept)}
                />
              )}
            />
          </>
        )}
      </div>
      {leaving && <ExportTerms onExport={files.give} onClose={() => setLeaving(false)} />}
      {editing !== null && <ConceptDialog {...editing} onClose={() => setEditing(null)} />}
    </Dialog>
  )
}
