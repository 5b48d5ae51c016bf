import { setImmediate as others } from 'node:timers/promises'
import type { Range } from '../../store/memory-pages.ts'

/** How long a piece of work may keep others waiting, in ms. */
const PIECE = 2
const [FEWEST, MOST] = [64, 8192] as const

/**
 * Goes through ids from 1 to `last` in pieces, each as large as fits into a few milliseconds, and lets others go first in
 * between. `work` answers whether to go on.
 */
export async function paced(last: number, work: (range: Range) => boolean): Promise<void> {
  let span = 256
  for (let after = 0; after < last;) {
    const to = Math.min(last, after + span)
    const since = performance.now()
    if (!work({ after, to })) return
    span = nextSpan(span, performance.now() - since)
    after = to
    await others()
  }
}

/** The same from the last id down: the newest first. */
export async function pacedDown(last: number, work: (range: Range) => boolean): Promise<void> {
  let span = 256
  for (let to = last; to > 0;) {
    const after = Math.max(0, to - span)
    const since = performance.now()
    if (!work({ after, to })) return
    span = nextSpan(span, performance.now() - since)
    to = after
    await others()
  }
}

const nextSpan = (span: number, took: number): number =>
  took > PIECE ? Math.max(FEWEST, span >> 1) : took < PIECE / 2 ? Math.min(MOST, span * 2) : span
