import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Change } from '../../../model/document/change.ts'
import { plainText } from '../../../model/document/text.ts'
import { threadsIn, threadsOf } from '../../../model/workflow/threads.ts'
import { closeDialog, useDialog } from '../../app/dialogs.ts'
import { Editing } from '../../editor/editing.tsx'
import { createHost, factsOf, wordsOf } from '../../editor/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { toast } from '../../parts/toast.tsx'
import type { VirtualListHandle } from '../../parts/virtual-list.tsx'
import type { Session } from '../../session/session.ts'
import { keepStale } from './actions.ts'
import { isMinorStale, useFormer } from './former.ts'
import { wordReader } from '../../../model/history/side.ts'
import { createDesk, type DeskState, type Talk } from './desk.ts'
import { createTermFinder } from '../../terms/finder.ts'
import { ConceptDialog } from '../terms/concept-dialog.tsx'
import { GoToUnit } from './go-to-unit.tsx'
import { useMatches } from './matches.ts'
import { MatchesPanel } from './matches-panel.tsx'
import { isNarrowedTo, sorted } from './narrow.ts'
import { ConcordancePlace } from './memory/concordance-place.tsx'
import { MemoryTools } from './memory/tools.tsx'
import { AsidesDialog } from './quality/asides-dialog.tsx'
import { heed } from './quality/aside.ts'
import { useQuality } from './quality/quality.ts'
import { Assist } from './service/assist.tsx'
import { provide } from '../../commands/registry.ts'
import { lastPlace } from './last-place.ts'
import { useByUnit, useSince } from './since/since.ts'
import { SinceBar } from './since/since-bar.tsx'
import { SinceDialog } from './since/since-dialog.tsx'
import css from './translate.module.css'
import { useAddTerm } from './terms/add-term.ts'
import { useFoundTerms } from './terms/found-terms.ts'
import { TermsPanel } from './terms/terms-panel.tsx'
import { useUnitCommands } from './unit-commands.ts'
import { UnitList } from './unit-list.tsx'
import { EVERYTHING, UnitTools, type Shown } from './unit-tools.tsx'
import { shownUnits, useUnits } from './units.ts'

export interface UnitsProps {
  readonly session: Session
  readonly locale: string
  readonly unit: string | null
  readonly onUnit: (unit: string | null) => void
}

const EMPTY: ReadonlySet<string> = new Set()

const compareIn = (locale: string): ((a: string, b: string) => number) =>
  new Intl.Collator(locale, { numeric: true }).compare

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
  const asides = useDialog() === 'asides'
  const { document, translations, comments } = useStore(session.store, ({ state }) => state)
  const units = useUnits(document, translations, locale)
  const [wish, setWish] = useState(EVERYTHING)
  const { filter, narrow, sort, search } = wish
  const [keep, setKeep] = useState(EMPTY)
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
  const { sourceLocale, facts } = document
  const worked = unit === null ? undefined : units.find((item) => item.unit.id === unit)
  const quality = useQuality(session, locale, sourceLocale, worked)
  const { found: wrong } = quality
  const problems = narrow === 'problems' ? wrong.units : EMPTY
  const place = lastPlace(session.id)
  const [since, setSince] = useState(place.since)
  const [asking, setAsking] = useState(false)
  const sources = useSince(session, narrow === 'since' ? since : null)
  const bySince = useByUnit(sources.sources)
  const fits = useMemo(
    () => isNarrowedTo(narrow, problems, threads, units, bySince),
    // Only repetitions are a matter of all units.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [narrow, problems, threads, bySince, narrow === 'repetitions' ? units : null],
  )
  const found = useMemo(
    () => shownUnits(units, filter, search, keep, fits),
    [units, filter, search, keep, fits],
  )
  const shown = useMemo(
    () =>
      sorted(found, sort, ({ unit: { content } }) => plainText(content), compareIn(sourceLocale)),
    [found, sort, sourceLocale],
  )
  const [talk, setTalk] = useState<{ unit: string; talk: Talk } | null>(null)
  const list = useRef<VirtualListHandle>(null)
  const former = useFormer(session, locale, units)
  const minor = useMemo(
    () => (filter === 'stale' ? shown.filter((item) => isMinorStale(former, item)) : []),
    [filter, shown, former],
  )
  const language = format.language(locale)
  const matches = useMatches(session, locale, unit, worked?.sourceHash ?? '')
  const finder = useMemo(() => createTermFinder(sourceLocale, locale), [sourceLocale, locale])
  const terms = useFoundTerms(finder, worked?.unit.content)
  const adding = useAddTerm(sourceLocale, locale)
  const targetReader = useMemo(() => createHost(session, locale, null).reader, [session, locale])

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
      matches,
      terms,
      addTerm(of) {
        const item = units.find((each) => each.unit.id === of)
        if (item !== undefined) void adding.begin(of, item.unit.content)
      },
      talk(of, what) {
        look(of)
        setTalk(what === null ? null : { unit: of, talk: what })
      },
      problems: quality.problems,
      askAside(of, rule) {
        look(of)
        quality.askAside(of, rule)
      },
      warn: quality.warn,
      again: wrong.again,
      wrong: wrong.problems,
      finished: () => toast({ text: t('allDone', { language }) }),
    }
  })

  const source = useMemo(
    () => ({
      locale: sourceLocale,
      reader: createHost(session, sourceLocale, null).reader,
      words: wordReader(factsOf({ facts }), sourceLocale, wordsOf(sourceLocale)),
      terms: finder,
    }),
    [session, sourceLocale, facts, finder],
  )
  const desk = useMemo(
    () => createDesk(session, locale, source, language, () => state.current!),
    [session, locale, source, language],
  )

  useUnitCommands(desk, unit, state)

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

  // What the memory has takes room below, and so has what is wrong: the text that it is for stays in view.
  const mistakes = quality.looked.problems.length
  useEffect(() => {
    if (matches.length + terms.length + mistakes === 0) return
    const frame = requestAnimationFrame(() => {
      const at = state.current?.shown.findIndex((item) => item.unit.id === unit) ?? -1
      if (at >= 0) list.current?.show(at)
    })
    return () => cancelAnimationFrame(frame)
  }, [matches, terms, mistakes, unit])

  useEffect(() => provide({ changedSince: () => setAsking(true) }), [])

  function show(next: Shown): void {
    // Since when comes first; the list is narrowed when that is said.
    if (next.narrow === 'since' && narrow !== 'since') return setAsking(true)
    setKeep(EMPTY)
    setWish(next)
  }

  if (units.length === 0)
    return (
      <div className={css['none']}>
        <EmptyState title={t('nothing.title')}>{t('nothing.text')}</EmptyState>
      </div>
    )
  return (
    <div className={css['pane']}>
      <UnitTools
        units={units}
        shown={wish}
        onShow={show}
        minor={minor.length}
        onKeepMinor={() => keepStale(session, locale, minor)}
      />
      {narrow === 'since' && since !== null && (
        <SinceBar
          since={since}
          found={sources}
          onList={() => setAsking(true)}
          onLeave={() => show({ ...wish, narrow: 'any' })}
        />
      )}
      {shown.length > 0 ? (
        <Editing session={session} locale={locale}>
          <UnitList
            ref={list}
            document={document}
            shown={shown}
            former={former}
            since={bySince}
            threads={threads}
            talk={talk}
            found={wrong}
            looked={quality.looked}
            aside={quality.aside}
            warned={quality.warned}
            active={unit}
            desk={desk}
          />
          <TermsPanel
            found={terms}
            sourceLocale={sourceLocale}
            locale={locale}
            fixed={worked?.state === 'approved'}
            onInsert={(at, editor) => unit !== null && desk.insertTerm(unit, at, editor)}
          />
          <ConcordancePlace
            sourceLocale={sourceLocale}
            locale={locale}
            fixed={worked === undefined || worked.state === 'approved'}
            onLeave={() => unit !== null && enter(unit)}
          />
          <MatchesPanel
            matches={matches}
            sourceLocale={sourceLocale}
            locale={locale}
            source={worked?.unit.content ?? []}
            sourceReader={source.reader}
            targetReader={targetReader}
            fixed={worked?.state === 'approved'}
            onInsert={(at, editor) => unit !== null && desk.insertMatch(unit, at, editor)}
          />
        </Editing>
      ) : (
        <div className={css['none']}>
          <EmptyState
            title={t('nomatch.title')}
            buttons={<Button onPress={() => show(EVERYTHING)}>{t('nomatch.button')}</Button>}
          >
            {t('nomatch.text')}
          </EmptyState>
        </div>
      )}
      {asides && (
        <AsidesDialog
          locale={locale}
          asides={units.flatMap((item) => wrong.asides.get(item.unit.id) ?? [])}
          fixed={session.store.getState().save.kind === 'readOnly'}
          onGo={(next) => {
            closeDialog()
            enter(next)
          }}
          onHeed={({ by }) => void heed(session, by, wrong.again)}
          onClose={closeDialog}
        />
      )}
      {asking && (
        <SinceDialog
          session={session}
          since={since}
          onGo={(next) => {
            setAsking(false)
            enter(next)
          }}
          onShow={(chosen) => {
            place.since = chosen
            setSince(chosen)
            setAsking(false)
            setKeep(EMPTY)
            setWish({ ...wish, filter: 'all', narrow: 'since', search: '' })
          }}
          onClose={() => setAsking(false)}
        />
      )}
      <GoToUnit document={document} onGo={enter} />
      <MemoryTools session={session} locale={locale} unit={unit} />
      {adding.draft !== null && (
        <ConceptDialog
          draft={adding.draft.concept}
          isNew={adding.draft.isNew}
          context={{ text: adding.draft.source, locale: sourceLocale }}
          onClose={() => {
            adding.end()
            if (unit !== null) enter(unit)
          }}
        />
      )}
      <Assist
        session={session}
        locale={locale}
        sourceLocale={sourceLocale}
        worked={worked}
        reader={targetReader}
        onEnter={enter}
      />
    </div>
  )
}
