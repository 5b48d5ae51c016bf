import { fail, ok, Refusal } from '../../../model/errors/result.ts'
import type { HandlersOf } from '../context.ts'

export const hostHandlers: HandlersOf<
  | 'host.reveal'
  | 'job.cancel'
  | 'window.open'
  | 'window.shows'
  | 'window.interactive'
  | 'window.flushed'
> = {
  /** A page may have shown only what this core wrote: any other path would be a way to probe the disk. */
  'host.reveal': ({ path }, { caller, written, ports }) => {
    if (caller === 'window' && !written.has(path)) return fail('CALL_FORBIDDEN')
    ports.reveal(path)
    return ok({})
  },
  'job.cancel': ({ job }, { jobs }) => {
    const cancelled = jobs.cancel(job)
    return cancelled.ok ? ok({}) : cancelled
  },
  // The shell listens to these on their way here.
  'window.open': () => ok({}),
  'window.shows': () => ok({}),
  /** The person can work: now there is time for the day's backup, so that a damaged library has a way back. */
  'window.interactive': (_, { library, log }) => {
    const copy = library.backUpDaily()
    if (!copy.ok) log.error('', 'backup', new Refusal(copy.error.code, copy.error.params))
    return ok({})
  },
  'window.flushed': () => ok({}),
}
