import {
  Ellipsis,
  EyeOff,
  FileInput,
  FileOutput,
  ListChecks,
  SpellCheck,
  Trash2,
} from '../../icons/icons.ts'
import { useMemo } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { DocumentState } from '../../../model/document/state.ts'
import { isDone, progressOf } from '../../../model/units/locale-view.ts'
import { openDialog } from '../../app/dialogs.ts'
import { ownName, useFormat } from '../../i18n/format.ts'
import { IconButton } from '../../parts/icon-button.tsx'
import { Menu, MenuItem } from '../../parts/menu.tsx'
import { ProgressBar } from '../../parts/progress-bar.tsx'
import type { Session } from '../../session/session.ts'
import { classNames } from '../../theme/class-names.ts'
import css from './translate.module.css'
import { useUnits } from './units.ts'

export interface LocaleListProps {
  readonly session: Session
  readonly selected: string | null
  readonly onSelect: (locale: string) => void
  readonly onRemove: (locale: string) => void
  readonly onImport: (locale: string) => void
  /** Asks how the language is to go to translators. */
  readonly onExport: (locale: string) => void
  /** Shows what reviewers changed. */
  readonly onReviewed: (locale: string) => void
  /** Shows what was set aside. */
  readonly onAsides: (locale: string) => void
}

/** The languages of the postmortem, each with how far it is. */
export function LocaleList({
  session,
  selected,
  onSelect,
  onRemove,
  onImport,
  onExport,
  onReviewed,
  onAsides,
}: LocaleListProps) {
  const { t } = useTranslation('translate')
  const { t: quality } = useTranslation('quality')
  const { t: exchange } = useTranslation('exchange')
  const format = useFormat()
  const state = useStore(session.store, (now) => now.state)
  const items = useMemo(
    () => state.document.locales.map((locale) => ({ id: locale, state })),
    [state],
  )
  return (
    <GridList
      aria-label={t('languages')}
      className={classNames(css['locales'])}
      items={items}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys
        if (key !== undefined) onSelect(String(key))
      }}
    >
      {({ id }) => (
        <GridListItem id={id} textValue={format.language(id)} className={classNames(css['locale'])}>
          <div className={css['localeHead']}>
            <span className={css['localeName']}>
              {format.language(id)}
              <span className={css['ownName']}>
                <bdi lang={id}>{ownName(id)}</bdi>
              </span>
            </span>
            <Menu
              label={t('more', { language: format.language(id) })}
              trigger={
                <IconButton icon={Ellipsis} label={t('more', { language: format.language(id) })} />
              }
              onAction={(key) => {
                if (key === 'remove') onRemove(id)
                else if (key === 'reviewed') onReviewed(id)
                else if (key === 'rules') openDialog('rules')
                else if (key === 'asides') onAsides(id)
                else if (key === 'export') onExport(id)
                else onImport(id)
              }}
            >
              <MenuItem id="import" icon={FileInput} text={t('import')} />
              <MenuItem id="export" icon={FileOutput} text={exchange('menu')} />
              <MenuItem id="reviewed" icon={SpellCheck} text={t('reviewed.menu')} />
              <MenuItem id="asides" icon={EyeOff} text={quality('asides.menu')} />
              <MenuItem id="rules" icon={ListChecks} text={quality('rules.menu')} />
              <MenuItem id="remove" icon={Trash2} text={t('remove')} />
            </Menu>
          </div>
          <LocaleBar state={state} locale={id} />
        </GridListItem>
      )}
    </GridList>
  )
}

function LocaleBar({ state, locale }: { readonly state: DocumentState; readonly locale: string }) {
  const { t } = useTranslation('translate')
  const format = useFormat()
  const { document, translations } = state
  const units = useUnits(document, translations, locale)
  const progress = useMemo(() => progressOf(units), [units])
  const done = useMemo(
    () => units.reduce((count, unit) => count + (isDone(unit) ? 1 : 0), 0),
    [units],
  )
  return (
    <>
      <ProgressBar
        label={format.language(locale)}
        labelHidden
        value={done}
        behind={progress.total - progress.untranslated}
        max={progress.total}
        text={t('confirmed', { done, total: progress.total })}
      />
      {progress.stale > 0 && (
        <span className={css['stale']}>{t('staleCount', { count: progress.stale })}</span>
      )}
    </>
  )
}
