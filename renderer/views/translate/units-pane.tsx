import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Change } from '../../../model/document/change.ts'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { threadsIn, threadsOf } from '../../../model/workflow/threads.ts'
import { provide, type Handler } from '../../commands/registry.ts'
import { Editing } from '../../editor/editing.tsx'
import { createHost, factsOf, wordsOf } from '../../editor/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { toast } from '../../parts/toast.tsx'
import { Choice } from '../../parts/toggle-button.tsx'
import type { VirtualListHandle } from '../../parts/virtual-list.tsx'
import type { Session } from '../../session/session.ts'
import { keepStale } from './actions.ts'
import { isMinorStale, useFormer } from './former.ts'
import { wordReader } from '../../../model/history/side.ts'
import {
  canApprove,
  canConfirm,
  canCopy,
  canReject,
  canReopen,
  canReview,
  createDesk,
  type Command,
  type DeskState,
  type Talk,
} from './desk.ts'
import css from './translate.module.css'
import { UnitList } from './unit-list.tsx'
import { countOf, FILTERS, shownUnits, useUnits, type Filter } from './units.ts'

export interface UnitsProps {
  readonly session: Session
  readonly locale: string
  readonly unit: string | null
  readonly onUnit: (unit: string | null) => void
}

const EMPTY: ReadonlySet<string> = new Set()

/** The unit whose translation into a language the last of some changes is about. */
function changedUnit(changes: readonly Change[], locale: string): string | undefined {
  for (const change of changes.toReversed()) {
    if (change.type === 'translation.put' && change.translation.locale === locale)
      return change.translation.unit
    if (change.type === 'translation.remove' && change.locale === locale) return change.unit
  }
  return undefined
}

/** The list of units with its filter and search. */
export function Units({ session, locale, unit, onUnit }: UnitsProps) {
  const { t } = useTranslation('translate')
  const format = useFormat()
  const { document, translations, comments } = useStore(session.store, ({ state }) => state)
  const units = useUnits(document, translations, locale)
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const [keep, setKeep] = useState(EMPTY)
  const shown = useMemo(
    () => shownUnits(units, filter, search, keep),
    [units, filter, search, keep],
  )
  const threads = useMemo(
    () =>
      new Map(
        [...threadsOf(comments === undefined ? {} : { comments })].map(([of, all]) => [
          of,
          threadsIn(all, locale),
        ]),
      ),
    [comments, locale],
  )
  const [talk, setTalk] = useState<{ unit: string; talk: Talk } | null>(null)
  const list = useRef<VirtualListHandle>(null)
  const former = useFormer(session, locale, units)
  const minor = useMemo(
    () => (filter === 'stale' ? shown.filter((item) => isMinorStale(former, item)) : []),
    [filter, shown, former],
  )
  const language = format.language(locale)

  const look = useCallback(
    (next: string) => {
      setKeep((kept) => (kept.has(next) ? kept : new Set(kept).add(next)))
      onUnit(next)
    },
    [onUnit],
  )
  // Focus can move only once the row is in the page.
  const wanted = useRef<string | null>(null)
  const [, wake] = useState(0)
  const enter = useCallback(
    (next: string) => {
      wanted.current = next
      look(next)
      wake((count) => count + 1)
    },
    [look],
  )

  const state = useRef<DeskState>(null)
  useEffect(() => {
    state.current = {
      units,
      shown,
      activate: look,
      enter,
      talk(of, what) {
        look(of)
        setTalk(what === null ? null : { unit: of, talk: what })
      },
      finished: () => toast({ text: t('allDone', { language }) }),
    }
  })

  const { sourceLocale, facts } = document
  const source = useMemo(
    () => ({
      locale: sourceLocale,
      reader: createHost(session, sourceLocale, null).reader,
      words: wordReader(factsOf({ facts }), sourceLocale, wordsOf(sourceLocale)),
    }),
    [session, sourceLocale, facts],
  )
  const desk = useMemo(
    () => createDesk(session, locale, source, language, () => state.current!),
    [session, locale, source, language],
  )

  // The keys of a row are heard by the row; the palette does them to the text that was worked on.
  useEffect(() => {
    const worked = () => state.current?.units.find((item) => item.unit.id === unit)
    const toUnit = (command: Command, fits: (item: UnitInLocale) => boolean): Handler => ({
      run: () => unit !== null && desk.run(command, unit),
      ready() {
        const item = worked()
        return item !== undefined && fits(item)
      },
    })
    return provide({
      confirm: toUnit('confirm', canConfirm),
      review: toUnit('review', canReview),
      approve: toUnit('approve', canApprove),
      reopen: toUnit('reopen', canReopen),
      comment: {
        run: () => unit !== null && desk.talk(unit, 'comment'),
        ready: () => worked() !== undefined,
      },
      reject: {
        run: () => unit !== null && desk.talk(unit, 'reject'),
        ready() {
          const item = worked()
          return item !== undefined && canReject(item)
        },
      },
      nextOpen: { run: () => desk.toOpen(unit ?? '') },
      copySource: toUnit('copy', canCopy),
      keepStale: toUnit('still', ({ stale }) => stale),
    })
  }, [desk, unit])

  // An undo goes to where it changed something.
  useEffect(
    () =>
      session.store.subscribe(({ lastChanged }, before) => {
        if (lastChanged.serial === before.lastChanged.serial) return
        if (lastChanged.origin !== 'undo' && lastChanged.origin !== 'redo') return
        const changed = changedUnit(lastChanged.changes, locale)
        if (changed !== undefined) enter(changed)
      }),
    [session, locale, enter],
  )

  // The page or a problem may point at a unit that the filter hides.
  useEffect(() => {
    // As it was drawn last: only a new unit moves the list, and what is typed or filtered must not.
    const now = state.current
    if (unit === null || now === null) return
    const at = now.shown.findIndex((item) => item.unit.id === unit)
    if (at >= 0) list.current?.show(at)
    else if (now.units.some((item) => item.unit.id === unit))
      setKeep((kept) => new Set(kept).add(unit))
  }, [unit])

  useEffect(() => {
    const next = wanted.current
    if (next === null) return
    const at = shown.findIndex((item) => item.unit.id === next)
    if (at < 0) return
    list.current?.show(at)
    let tries = 0
    const focus = (): void => {
      const field = globalThis.document.querySelector<HTMLElement>(
        `[data-unit-row="${CSS.escape(next)}"] [role="textbox"]`,
      )
      if (field) {
        wanted.current = null
        field.focus()
      } else if (tries++ < 20) requestAnimationFrame(focus)
    }
    focus()
  })

  function change(next: Filter): void {
    setKeep(EMPTY)
    setFilter(next)
  }

  if (units.length === 0)
    return (
      <div className={css['none']}>
        <EmptyState title={t('nothing.title')}>{t('nothing.text')}</EmptyState>
      </div>
    )
  return (
    <div className={css['pane']}>
      <div className={css['tools']}>
        <Choice
          label={t('filter.label')}
          value={filter}
          options={FILTERS.map((value) => ({
            value,
            text: t(`filter.${value}`, { count: countOf(units, value) }),
          }))}
          onChange={change}
        />
        {minor.length > 0 && (
          <Button onPress={() => keepStale(session, locale, minor)}>
            {t('change.keepMinor', { count: minor.length })}
          </Button>
        )}
        <div className={css['search']}>
          <SearchField
            label={t('search')}
            value={search}
            onChange={(text) => {
              setKeep(EMPTY)
              setSearch(text)
            }}
          />
        </div>
      </div>
      {shown.length > 0 ? (
        <Editing session={session} locale={locale}>
          <UnitList
            ref={list}
            document={document}
            shown={shown}
            former={former}
            threads={threads}
            talk={talk}
            active={unit}
            desk={desk}
          />
        </Editing>
      ) : (
        <div className={css['none']}>
          <EmptyState
            title={t('nomatch.title')}
            buttons={
              <Button
                onPress={() => {
                  setSearch('')
                  change('all')
                }}
              >
                {t('nomatch.button')}
              </Button>
            }
          >
            {t('nomatch.text')}
          </EmptyState>
        </div>
      )}
    </div>
  )
}
