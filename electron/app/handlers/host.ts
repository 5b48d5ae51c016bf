import { fail, ok } from '../../../model/errors/result.ts'
import type { HandlersOf } from '../context.ts'

export const hostHandlers: HandlersOf<
  'host.reveal' | 'job.cancel' | 'window.interactive' | 'window.flushed'
> = {
  /** A page may have shown only what this core wrote: any other path would be a way to probe the disk. */
  'host.reveal': ({ path }, { caller, written, ports }) => {
    if (caller === 'window' && !written.has(path)) return fail('CALL_FORBIDDEN')
    ports.reveal(path)
    return ok({})
  },
  'job.cancel': ({ job }, { jobs }) => jobs.cancel(job),
  // The shell listens to these two on their way here; the core has nothing to do for them.
  'window.interactive': () => ok({}),
  'window.flushed': () => ok({}),
}
