import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Problem } from '../../../../model/checks/problem.ts'
import { isOfState } from '../../../../model/checks/translation/groups.ts'
import type { Quality } from '../../../../model/checks/translation/problems.ts'
import type { CheckSettings } from '../../../../model/checks/translation/settings.ts'
import type { Translations } from '../../../../model/document/state.ts'
import { equal } from '../../../../model/document/equal.ts'
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

/** Groups by unit, and gives the same list where a unit's is equal, so that of thousands of rows only some are drawn again. */
function byUnit<T>(
  all: readonly T[],
  unitOf: (one: T) => string | null,
  before: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, readonly T[]>()
  for (const one of all) {
    const unit = unitOf(one)
    if (unit !== null) groups.set(unit, [...(groups.get(unit) ?? []), one])
  }
  for (const [unit, list] of groups) {
    const old = before.get(unit)
    if (old !== undefined && equal(old, list)) groups.set(unit, old)
  }
  return groups
}

/** What the row of a unit says in another way: its state, its source and its comments. */
const SHOWN_BY_ROW: ReadonlySet<string> = new Set(['untranslated', 'stale', 'query-open'])

const NOTHING: Omit<Found, 'again'> = {
  problems: new Map(),
  asides: new Map(),
  units: new Set(),
  translations: new Map(),
}

/** Asked again some moments after each save, and when rules weigh otherwise. */
export function useFound(session: Session, locale: string, settings: CheckSettings): Found {
  const [found, setFound] = useState(NOTHING)
  const [count, setCount] = useState(0)
  const again = useCallback(() => setCount((now) => now + 1), [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let saved: SessionState['state'] | null = null
    // The first answer is wanted at once.
    let pause = 0
    const ask = (state: SessionState['state']): void => {
      pause = PAUSE
      void api.call('check.run', { id: session.id, locale }).then((checked) => {
        if (saved !== state || !checked.ok) return
        const { problems, ignored } = checked.value
        // The state of a text is seen at its row, and is nothing wrong with its words.
        const said = problems.filter(({ rule }) => !isQualityRule(rule) || !isOfState(rule))
        const told = said.filter(({ rule }) => !SHOWN_BY_ROW.has(rule))
        setFound((before) => ({
          problems: byUnit(told, ({ unit }) => unit, before.problems),
          asides: byUnit(ignored, ({ by }) => by.unit, before.asides),
          units: new Set(said.flatMap(({ unit }) => unit ?? [])),
          translations: state.translations,
        }))
      })
    }
    const follow = ({ save, state }: SessionState): void => {
      const now = save.kind === 'saved' || save.kind === 'readOnly' ? state : null
      if (now === saved) return
      saved = now
      clearTimeout(timer)
      if (now !== null) timer = setTimeout(() => ask(now), pause)
    }
    follow(session.store.getState())
    const stop = session.store.subscribe(follow)
    // The termbase is another one: it is asked about the same texts.
    const stopTerms = api.on('terms.changed', () => {
      if (saved !== null) ask(saved)
    })
    return () => {
      stop()
      stopTerms()
      saved = null
      clearTimeout(timer)
    }
  }, [session, locale, settings, count])
  return useMemo(() => ({ ...found, again }), [found, again])
}
