import { FileInput, Plus } from '../../icons/icons.ts'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar } from '../../app/bar.tsx'
import bar from '../../app/bar.module.css'
import { openDialog } from '../../app/dialogs.ts'
import frame from '../../app/frame.module.css'
import { tellInteractive } from '../../app/interactive.ts'
import { changeSettings } from '../../app/settings.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { openSample } from './actions.ts'
import css from './library.module.css'
import { matching } from './search.ts'
import { SummaryTable } from './summary-table.tsx'
import { useSummaries } from './summaries.ts'

/** Every postmortem on this machine. */
export function Library() {
  const { t } = useTranslation('library')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [list, read] = useSummaries()
  const [search, setSearch] = useState('')
  const loaded = list !== null

  useEffect(() => {
    document.title = common('app')
    void changeSettings({ last: null })
  }, [common])
  useEffect(() => {
    if (loaded) tellInteractive()
  }, [loaded])

  const all = list?.ok ? list.value : undefined
  const found = useMemo(() => matching(all ?? [], search, format), [all, search, format])
  const hasSample = all?.some(({ sample }) => sample) ?? false

  return (
    <div className={frame['frame']}>
      <Bar start={<span className={bar['name']}>{common('app')}</span>} />
      <main id="main" className={css['library']}>
        <div className={css['column']}>
          <div className={css['head']}>
            <h1>{t('title')}</h1>
            <Button onPress={() => openDialog('import')}>
              <FileInput size={16} />
              {t('import')}
            </Button>
            <Button look="primary" onPress={() => openDialog('new')}>
              <Plus size={16} />
              {t('new')}
            </Button>
          </div>
          {list?.ok === false && (
            <ErrorNote
              failure={list.error}
              buttons={<Button onPress={read}>{common('retry')}</Button>}
            />
          )}
          {all?.length === 0 && (
            <EmptyState
              title={t('empty.title')}
              buttons={<Button onPress={() => void openSample()}>{t('openSample')}</Button>}
            >
              {t('empty.text')}
            </EmptyState>
          )}
          {all !== undefined && all.length > 0 && (
            <>
              <div className={css['search']}>
                <SearchField label={t('search')} value={search} onChange={setSearch} />
              </div>
              {found.length > 0 ? (
                <SummaryTable summaries={found} />
              ) : (
                <EmptyState title={t('nothing.title', { search })}>{t('nothing.text')}</EmptyState>
              )}
              {!hasSample && (
                <div>
                  <Button look="quiet" onPress={() => void openSample()}>
                    {t('restoreSample')}
                  </Button>
                </div>
              )}
            </>
          )}
        </div>
      </main>
    </div>
  )
}
