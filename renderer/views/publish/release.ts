import { useCallback, useEffect, useRef, useState } from 'react'
import type { Output } from '../../../model/contract/calls.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { PdfChoice } from '../../../model/document/paper.ts'
import { newId } from '../../../model/document/identifier.ts'
import type { Decisions } from '../../../model/releases/decision.ts'
import type { LeftOut, PublishedFormat } from '../../../model/releases/manifest.ts'
import type { Failure } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'
import type { Session } from '../../session/session.ts'

export type Release =
  | { readonly kind: 'idle' }
  /** `total` 0: the folder is being chosen. */
  | {
      readonly kind: 'running'
      readonly done: number
      readonly total: number
      readonly step: string
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: Failure }
  | { readonly kind: 'done'; readonly result: Output<'publish.run'> }

export interface ReleaseOrder {
  readonly audience: Audience
  readonly locales: readonly string[]
  readonly formats: readonly PublishedFormat[]
  readonly decisions: Decisions
  readonly left: readonly LeftOut[]
  /** A page of the corrections alone beside each page. */
  readonly changes: boolean
  readonly pdf: PdfChoice
  /** Style, fonts and images as files that the pages share. */
  readonly site: boolean
}

/** Runs a release, tells how far it is, and stops it when asked or when its screen goes away. */
export function useRelease(session: Session): {
  readonly release: Release
  readonly start: (order: ReleaseOrder) => void
  readonly stop: () => void
} {
  const [release, setRelease] = useState<Release>({ kind: 'idle' })
  const job = useRef<string | null>(null)

  const stop = useCallback(() => {
    if (job.current !== null) void api.call('job.cancel', { job: job.current })
  }, [])
  useEffect(() => stop, [stop])

  useEffect(
    () =>
      api.on('job.progress', ({ job: of, done, total, step }) => {
        if (of === job.current) setRelease({ kind: 'running', done, total, step })
      }),
    [],
  )

  async function run({
    audience,
    locales,
    formats,
    decisions,
    left,
    changes,
    pdf,
    site,
  }: ReleaseOrder): Promise<void> {
    if (job.current !== null) return
    const id = newId()
    job.current = id
    setRelease({ kind: 'running', done: 0, total: 0, step: '' })
    // What is published is what is in the library, so everything on screen must be in it.
    await session.flush()
    const result = await api.call('publish.run', {
      id: session.id,
      audience,
      locales: [...locales],
      formats: [...formats],
      decisions,
      left: [...left],
      changes,
      pdf,
      site,
      job: id,
    })
    job.current = null
    if (result.ok)
      // No path: the person closed the dialog, and there is nothing to say about that.
      setRelease(
        result.value.path === null ? { kind: 'idle' } : { kind: 'done', result: result.value },
      )
    else if (result.error.code === 'CANCELLED') setRelease({ kind: 'stopped' })
    else setRelease({ kind: 'failed', error: result.error })
  }

  return { release, start: (order) => void run(order), stop }
}
