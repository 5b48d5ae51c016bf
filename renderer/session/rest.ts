import type { Session } from './session.ts'

/** Something that is done when the hand rests. */
export interface Rest {
  /** There is something to do: once for all the times that this is said until the hand rests. */
  later(): void
  stop(): void
}

type Typed = Pick<Session, 'touched'>

/** What waits for the hand that writes in one postmortem: one timer for all of it, and none that a key starts over. */
interface Waiting {
  readonly rests: Map<Rest, () => number>
  timer: ReturnType<typeof setTimeout> | undefined
}

const hands = new WeakMap<Typed, Waiting>()

function waitingAt(session: Typed): Waiting {
  let waiting = hands.get(session)
  if (waiting === undefined) {
    waiting = { rests: new Map(), timer: undefined }
    hands.set(session, waiting)
  }
  return waiting
}

/** Asks each whether it is time, and comes again when the first of the others will be, if nobody types on. */
function look(waiting: Waiting): void {
  waiting.timer = undefined
  let next = Infinity
  for (const [rest, due] of waiting.rests) {
    const left = due()
    if (left > 0) next = Math.min(next, left)
    else waiting.rests.delete(rest)
  }
  if (next < Infinity) waiting.timer = setTimeout(() => look(waiting), next)
}

/**
 * Does something once a person has neither typed nor changed anything for `pause` ms and the window has nothing else to do.
 * Whatever shows what stands in the text goes by this: what is drawn between two keys of one who types on is nobody's
 * gain and costs as much as a key.
 */
export function whenAtRest(session: Typed, pause: number, run: () => void): Rest {
  const waiting = waitingAt(session)
  let idle = 0
  let asked = 0
  /** How long it is not time yet, in ms; at 0 it is begun. */
  const due = (): number => {
    const left = Math.max(session.touched(), asked) + pause - Date.now()
    if (left > 0) return left
    idle = requestIdleCallback(run, { timeout: 2000 })
    return 0
  }
  const rest: Rest = {
    later() {
      cancelIdleCallback(idle)
      if (waiting.rests.has(rest)) return
      asked = Date.now()
      waiting.rests.set(rest, due)
      waiting.timer ??= setTimeout(() => look(waiting), pause)
    },
    stop() {
      cancelIdleCallback(idle)
      waiting.rests.delete(rest)
    },
  }
  return rest
}
