import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Problem } from '../../../model/checks/problem.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { Result } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'
import type { Session } from '../../session/session.ts'
import type { Aside } from '../translate/quality/found.ts'

/** What the checks say, and what somebody set aside. */
export interface Checked {
  readonly problems: Result<readonly Problem[]> | null
  readonly asides: readonly Aside[]
  /** Asks again at once: what is set aside is another. */
  readonly again: () => void
}

/**
 * What the checks say about the postmortem as it stands in the library, for an audience; asked again after each save.
 * Null until the first answer: nothing may be called ready before it was checked.
 */
export function useProblems(session: Session, audience: Audience): Checked {
  const saved = useStore(session.store, ({ save, state }) =>
    save.kind === 'saved' ? state : undefined,
  )
  const [checked, setChecked] = useState<Omit<Checked, 'again'>>({ problems: null, asides: [] })
  const [count, setCount] = useState(0)
  const again = useCallback(() => setCount((now) => now + 1), [])
  useEffect(() => {
    if (saved === undefined) return undefined
    let stale = false
    const ask = (): void =>
      void api.call('check.run', { id: session.id, audience }).then((told) => {
        if (stale) return
        setChecked(
          told.ok
            ? { problems: { ok: true, value: told.value.problems }, asides: told.value.ignored }
            : { problems: told, asides: [] },
        )
      })
    ask()
    // Pages may have words by now that they had not.
    const stops = [api.on('terms.changed', ask), api.on('themes.changed', ask)]
    return () => {
      stale = true
      for (const stop of stops) stop()
    }
  }, [session.id, audience, saved, count])
  return { ...checked, again }
}

export const isError = ({ severity }: Problem): boolean => severity === 'error'

/** The problems of one language; of the source language also those of the whole. */
export const problemsOfLocale = (
  problems: readonly Problem[],
  locale: string,
  sourceLocale: string,
): readonly Problem[] => problems.filter((problem) => (problem.locale ?? sourceLocale) === locale)
