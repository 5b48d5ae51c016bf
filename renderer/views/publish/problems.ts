import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Problem } from '../../../model/checks/problem.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { Result } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'
import type { Session } from '../../session/session.ts'

/**
 * What the checks say about the postmortem as it stands in the library, for an audience; asked again after each save.
 * Null until the first answer: nothing may be called ready before it was checked.
 */
export function useProblems(
  session: Session,
  audience: Audience,
): Result<readonly Problem[]> | null {
  const saved = useStore(session.store, ({ save, state }) =>
    save.kind === 'saved' ? state : undefined,
  )
  const [problems, setProblems] = useState<Result<readonly Problem[]> | null>(null)
  useEffect(() => {
    if (saved === undefined) return undefined
    let stale = false
    const ask = (): void =>
      void api.call('check.run', { id: session.id, audience }).then((checked) => {
        if (stale) return
        setProblems(checked.ok ? { ok: true, value: checked.value.problems } : checked)
      })
    ask()
    // Pages may have words by now that they had not.
    const stops = [api.on('terms.changed', ask), api.on('themes.changed', ask)]
    return () => {
      stale = true
      for (const stop of stops) stop()
    }
  }, [session.id, audience, saved])
  return problems
}

export const isError = ({ severity }: Problem): boolean => severity === 'error'

/** The problems of one language; of the source language also those of the whole. */
export const problemsOfLocale = (
  problems: readonly Problem[],
  locale: string,
  sourceLocale: string,
): readonly Problem[] => problems.filter((problem) => (problem.locale ?? sourceLocale) === locale)
