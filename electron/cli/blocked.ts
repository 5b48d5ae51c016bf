import type { Audience } from '../../model/document/audience.ts'
import { ok, type Failure, type Result } from '../../model/errors/result.ts'
import type { Invocation, Outcome } from './command.ts'
import { problemLine, tellProblem } from './problems.ts'

/** What stands against a page or a release: the errors of the whole and of the locales that were asked for. */
export async function blocked(
  { call, words }: Invocation,
  { id, audience, locales }: { id: string; audience: Audience; locales: readonly string[] },
  failure: Failure,
): Promise<Result<Outcome>> {
  const checked = await call('check.run', { id, audience })
  if (!checked.ok) return checked
  const problems = checked.value.problems
    .filter(({ severity }) => severity === 'error')
    .filter(({ locale }) => locale === null || locales.length === 0 || locales.includes(locale))
    .map((problem) => tellProblem(problem, words))
  const lines = problems.map((problem) => problemLine(problem, words))
  return ok({ data: { problems }, lines: [], blocked: { lines, failure } })
}

/** A file that would show what its readers may not see: nothing was written. */
export const leaked = (failure: Failure): Result<Outcome> =>
  ok({ data: { leak: failure.params }, lines: [], blocked: { lines: [], failure } })
