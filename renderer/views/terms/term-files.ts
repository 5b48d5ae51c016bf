import { useCallback, useEffect, useRef, useState } from 'react'
import type { Output } from '../../../model/contract/calls.ts'
import { newId } from '../../../model/document/identifier.ts'
import { api } from '../../api.ts'
import { toastFailure } from '../../app/failure-toast.ts'
import type { TermsOut } from './export-terms.tsx'

export type TermReport = NonNullable<Output<'terms.import'>['report']>

/** How far a file is, from 0 to 1. */
export interface Running {
  readonly what: 'import' | 'export'
  readonly share: number
}

/** Takes a file of terms in or writes one, tells how far it is, and stops it when asked or when its screen goes away. */
export function useTermFiles(onWritten: (written: Output<'terms.export'>) => void): {
  readonly running: Running | null
  readonly report: TermReport | null
  readonly take: () => void
  readonly give: (out: TermsOut) => void
  readonly stop: () => void
  readonly forget: () => void
} {
  const [running, setRunning] = useState<Running | null>(null)
  const [report, setReport] = useState<TermReport | null>(null)
  const job = useRef<string | null>(null)
  const stop = useCallback(() => {
    if (job.current !== null) void api.call('job.cancel', { job: job.current })
  }, [])
  useEffect(() => stop, [stop])
  useEffect(
    () =>
      api.on('job.progress', ({ job: of, done, total }) => {
        if (of === job.current)
          setRunning((now) => now && { ...now, share: total === 0 ? 0 : done / total })
      }),
    [],
  )

  async function run(what: Running['what'], work: (id: string) => Promise<void>): Promise<void> {
    if (job.current !== null) return
    const id = newId()
    job.current = id
    setRunning({ what, share: 0 })
    await work(id)
    job.current = null
    setRunning(null)
  }
  return {
    running,
    report,
    stop,
    forget: () => setReport(null),
    take: () =>
      void run('import', async (id) => {
        const done = await api.call('terms.import', { job: id })
        if (done.ok) setReport(done.value.report)
        else if (done.error.code !== 'CANCELLED') toastFailure(done.error)
      }),
    give: (out) =>
      void run('export', async (id) => {
        const done = await api.call('terms.export', { ...out, job: id })
        if (!done.ok && done.error.code !== 'CANCELLED') toastFailure(done.error)
        else if (done.ok && done.value.path !== null) onWritten(done.value)
      }),
  }
}
