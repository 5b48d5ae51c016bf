/** A window that is never idle does the work all the same after a while, a little at a time. In ms. */
const PATIENCE = 2000
const A_LITTLE = 8

/** Does work step by step when the window has nothing else to do. The answer breaks it off. */
export function whenIdle<T>(work: Generator<void, T, void>, done: (result: T) => void): () => void {
  let idle = 0
  const go = (): void => {
    idle = requestIdleCallback(
      (deadline) => {
        const until = performance.now() + Math.max(deadline.timeRemaining(), A_LITTLE)
        let step = work.next()
        while (step.done !== true && performance.now() < until) step = work.next()
        if (step.done === true) done(step.value)
        else go()
      },
      { timeout: PATIENCE },
    )
  }
  go()
  return () => cancelIdleCallback(idle)
}
