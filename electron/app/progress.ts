import type { Events } from './events.ts'

/** Says how far a piece of work is. */
export type Tell = (done: number, total: number) => void

/** Tells whoever listens how far a job is; without a name nobody can. */
export const teller =
  (job: string | undefined, events: Events): Tell =>
  (done, total) => {
    if (job !== undefined) events.emit('job.progress', { job, done, total, step: '' })
  }
