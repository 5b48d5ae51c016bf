import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../model/document/identifier.ts'
import { api } from '../api.ts'

/** How far a piece of work is; `total` 0: that is not known yet. */
export interface Going {
  readonly done: number
  readonly total: number
}

export interface Job {
  /** Null: nothing is being done. */
  readonly going: Going | null
  /** Does something in the core that takes long. One at a time: what went on before is stopped. */
  run<T>(work: (job: string) => Promise<T>): Promise<T>
  stop(): void
}

/** Work in the core that tells how far it is, and stops when it is asked to or when its screen goes away. */
export function useJob(): Job {
  const [going, setGoing] = useState<Going | null>(null)
  const job = useRef<string | null>(null)
  const stop = useCallback(() => {
    if (job.current !== null) void api.call('job.cancel', { job: job.current })
  }, [])
  useEffect(() => stop, [stop])
  useEffect(
    () =>
      api.on('job.progress', ({ job: of, done, total }) => {
        if (of === job.current) setGoing({ done, total })
      }),
    [],
  )
  const run = useCallback(
    async <T>(work: (id: string) => Promise<T>): Promise<T> => {
      stop()
      const id = newId()
      job.current = id
      setGoing({ done: 0, total: 0 })
      try {
        return await work(id)
      } finally {
        if (job.current === id) {
          job.current = null
          setGoing(null)
        }
      }
    },
    [stop],
  )
  return { going, run, stop }
}
