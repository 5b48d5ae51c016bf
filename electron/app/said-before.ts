import { createHash, randomUUID } from 'node:crypto'
import type { Problem } from '../../model/checks/problem.ts'
import type { Quality } from '../../model/checks/translation/problems.ts'

/** What the checks say of one text. */
export interface Said {
  readonly unit: string
  readonly problems: Problem[]
  readonly ignored: Quality['ignored']
}

export interface Answer {
  readonly token: string
  /** False: only what differs from the answer that was known. */
  readonly whole: boolean
  readonly units: Said[]
}

/** Answers that are remembered: of each window the last one, for as many windows as anybody has open. */
const MOST = 8

const digest = ({ problems, ignored }: Said): string =>
  createHash('sha1')
    .update(JSON.stringify([problems, ignored]))
    .digest('base64')

function byUnit({ problems, ignored }: Quality): Map<string, Said> {
  const said = new Map<string, Said>()
  const of = (unit: string): Said => {
    const known = said.get(unit) ?? { unit, problems: [], ignored: [] }
    said.set(unit, known)
    return known
  }
  for (const problem of problems) if (problem.unit !== null) of(problem.unit).problems.push(problem)
  for (const aside of ignored) of(aside.by.unit).ignored.push(aside)
  return said
}

/**
 * Remembers what was said of each text, as a digest, so that of thousands of texts only those are told again of which
 * something else is said now. What a token stands for is asked for by the window that got it, and by nobody else.
 */
export function createSaidBefore(): { answer(quality: Quality, known?: string): Answer } {
  // In the order of their use, the latest last.
  const answers = new Map<string, ReadonlyMap<string, string>>()
  return {
    answer(quality, known) {
      const said = byUnit(quality)
      const now = new Map([...said].map(([unit, one]) => [unit, digest(one)]))
      const before = known === undefined ? undefined : answers.get(known)
      const token = randomUUID()
      if (known !== undefined) answers.delete(known)
      answers.set(token, now)
      if (answers.size > MOST) answers.delete(answers.keys().next().value!)
      if (before === undefined) return { token, whole: true, units: [...said.values()] }
      const other = [...said.values()].filter(({ unit }) => before.get(unit) !== now.get(unit))
      const gone = [...before.keys()].filter((unit) => !now.has(unit))
      const none = gone.map((unit): Said => ({ unit, problems: [], ignored: [] }))
      return { token, whole: false, units: [...other, ...none] }
    },
  }
}
