import { fail, ok, type Result } from '../../model/errors/result.ts'

/** Calls that take long, by the id that the caller gave them. */
export interface Jobs {
  /** Runs `work` with a signal that `cancel` aborts; a second job of the same id takes a signal of its own. */
  run<T>(id: string | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(id: string): Result<void>
  /** Aborts every job and waits until each has cleaned up after itself. */
  close(): Promise<void>
}

export function createJobs(): Jobs {
  const running = new Map<AbortController, { id: string | undefined; done: Promise<unknown> }>()
  return {
    async run(id, work) {
      const controller = new AbortController()
      const done = work(controller.signal)
      running.set(controller, { id, done })
      try {
        return await done
      } finally {
        running.delete(controller)
      }
    },
    cancel(id) {
      const named = [...running].filter(([, job]) => job.id === id)
      if (named.length === 0) return fail('JOB_UNKNOWN', { job: id })
      for (const [controller] of named) controller.abort()
      return ok(undefined)
    },
    async close() {
      for (const controller of running.keys()) controller.abort()
      await Promise.allSettled([...running.values()].map(({ done }) => done))
    },
  }
}
