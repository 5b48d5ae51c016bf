import { useEffect, useState } from 'react'
import type { Problem } from '../../../model/checks/problem.ts'
import { provide, type Handler } from '../../commands/registry.ts'
import { goToProblem } from './problems.tsx'

/** Where one is among the problems. The place stays when the problem at it has gone, because it was solved. */
interface Step {
  readonly at: number
  readonly problem: Problem
}

const keyOf = (problem: Problem): string => JSON.stringify(problem)

/** Goes from problem to problem by commands; `arrive` is told of each. The answer is the one that one is at. */
export function useProblemSteps(
  problems: readonly Problem[],
  arrive: () => void,
): Problem | undefined {
  const [step, setStep] = useState<Step | null>(null)
  useEffect(() => {
    const by = (direction: -1 | 1): Handler => ({
      ready: () => problems.length > 0,
      run() {
        const found = problems.findIndex(
          (each) => step !== null && keyOf(each) === keyOf(step.problem),
        )
        const gone = step !== null && found === -1
        const from = step === null ? (direction === 1 ? -1 : 0) : gone ? step.at : found
        const next = gone && direction === 1 ? from : from + direction
        const at = (next + problems.length) % problems.length
        const problem = problems[at]!
        setStep({ at, problem })
        arrive()
        goToProblem(problem)
      },
    })
    return provide({ nextProblem: by(1), previousProblem: by(-1) })
  }, [problems, step, arrive])
  return problems.find((each) => step !== null && keyOf(each) === keyOf(step.problem))
}
