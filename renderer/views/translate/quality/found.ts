import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Problem } from '../../../../model/checks/problem.ts'
import { isOfState } from '../../../../model/checks/translation/groups.ts'
import type { Quality } from '../../../../model/checks/translation/problems.ts'
import type { CheckSettings } from '../../../../model/checks/translation/settings.ts'
import type { Translations } from '../../../../model/document/state.ts'
import type { Output } from '../../../../model/contract/calls.ts'
import { api } from '../../../api.ts'
import { isQualityRule } from './look.ts'
import type { Session, SessionState } from '../../../session/session.ts'

/** The checks look at the whole: they wait until the person has paused. In ms. */
const PAUSE = 800

export type Aside = Quality['ignored'][number]

/** What the checks say about a language as it stands in the library, by unit. */
export interface Found {
  readonly problems: ReadonlyMap<string, readonly Problem[]>
  readonly asides: ReadonlyMap<string, readonly Aside[]>
  /** Every unit that anything is said about, what its row says in another way too. */
  readonly units: ReadonlySet<string>
  /** What it was said about. */
  readonly translations: Translations
  /** Looks again at once: what is set aside is another. */
  again(): void
}

/** What the row of a unit says in another way: its state, its source and its comments. */
const SHOWN_BY_ROW: ReadonlySet<string> = new Set(['untranslated', 'stale', 'query-open'])

const NOTHING: Omit<Found, 'again'> = {
  problems: new Map(),
  asides: new Map(),
  units: new Set(),
  translations: new Map(),
}

/** The state of a text is seen at its row, and is nothing wrong with its words. */
const isSaid = ({ rule }: Problem): boolean => !isQualityRule(rule) || !isOfState(rule)

/** What the window held, with what came: the lists of the other texts stay the same ones, so that their rows are not drawn again. */
function joined(
  before: Omit<Found, 'again'>,
  { whole, units }: Output<'check.follow'>,
  translations: Translations,
): Omit<Found, 'again'> {
  const start = whole ? NOTHING : before
  const problems = new Map(start.problems)
  const asides = new Map(start.asides)
  const about = new Set(start.units)
  const put = <T>(map: Map<string, readonly T[]>, unit: string, list: readonly T[]): void =>
    void (list.length === 0 ? map.delete(unit) : map.set(unit, list))
  for (const { unit, problems: all, ignored } of units) {
    const said = all.filter(isSaid)
    const told = said.filter(({ rule }) => !SHOWN_BY_ROW.has(rule))
    put(problems, unit, told)
    put(asides, unit, ignored)
    if (said.length === 0) about.delete(unit)
    else about.add(unit)
  }
  return { problems, asides, units: about, translations }
}

/** Asked again some moments after each save, and when rules weigh otherwise. */
export function useFound(session: Session, locale: string, settings: CheckSettings): Found {
  const [found, setFound] = useState(NOTHING)
  const [count, setCount] = useState(0)
  const again = useCallback(() => setCount((now) => now + 1), [])
  // What the window holds, so that the core need not say it again.
  const held = useRef<{ readonly of: string; readonly known: string }>(undefined)
  useEffect(() => {
    const of = `${session.id} ${locale}`
    let timer: ReturnType<typeof setTimeout> | undefined
    let saved: SessionState['state'] | null = null
    // The first answer is wanted at once.
    let pause = 0
    let over = false
    // One after the other: each answer is the difference from the one before.
    let asking = false
    let wanted: SessionState['state'] | null = null
    const ask = async (state: SessionState['state']): Promise<void> => {
      pause = PAUSE
      wanted = state
      if (asking) return
      asking = true
      while (wanted !== null && !over) {
        const { translations }: SessionState['state'] = wanted
        wanted = null
        const known = held.current?.of === of ? { known: held.current.known } : {}
        const answer = await api.call('check.follow', { id: session.id, locale, ...known })
        if (over || !answer.ok) continue
        held.current = { of, known: answer.value.token }
        setFound((before) => joined(before, answer.value, translations))
      }
      asking = false
    }
    const follow = ({ save, state }: SessionState): void => {
      const now = save.kind === 'saved' || save.kind === 'readOnly' ? state : null
      if (now === saved) return
      saved = now
      clearTimeout(timer)
      if (now !== null) timer = setTimeout(() => void ask(now), pause)
    }
    follow(session.store.getState())
    const stop = session.store.subscribe(follow)
    // The termbase is another one: it is asked about the same texts.
    const stopTerms = api.on('terms.changed', () => {
      if (saved !== null) void ask(saved)
    })
    return () => {
      stop()
      stopTerms()
      over = true
      clearTimeout(timer)
    }
  }, [session, locale, settings, count])
  return useMemo(() => ({ ...found, again }), [found, again])
}
