/**
 * Work that can stop on the way, so that others go first. What it says at each stop is how much of it is done, from 0 to 1.
 */
export type Steps<T> = Generator<number, T>

/** Does work to its end without letting anybody go first. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Work as a part of some other, from one share of it to another. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    yield from + (to - from) * step.value
  }
}

/** Whoever does work in pieces, and gives up by a throw. */
export type Drive = <T>(steps: Steps<T>) => Promise<T>
