import type { Problem } from '../../model/checks/problem.ts'
import type { Words } from './words.ts'

/** A problem with its sentence in the person's language. */
export type ToldProblem = Problem & { readonly message: string }

export const tellProblem = (problem: Problem, { t }: Words): ToldProblem => ({
  ...problem,
  message: t(problem.rule, { ns: 'checks', ...problem.params }),
})

/** One line: how bad it is, in which language, which rule, and what to do. */
export function problemLine(
  { severity, locale, rule, message }: ToldProblem,
  { t }: Words,
): string {
  const where = locale === null ? '' : ` ${locale}`
  return `${t(`severities.${severity}`, { ns: 'checks' })}${where} [${rule}] ${message}`
}
