const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What a shell expects of a program that ended because it was interrupted: 128 and the number of SIGINT. */
export const INTERRUPTED = 130

export interface Interrupt {
  readonly happened: boolean
  /** Takes the signals off the process again. */
  release(): void
}

/** The first signal asks for an orderly end; a second one ends the process at once. */
export function onInterrupt(stop: () => void): Interrupt {
  let happened = false
  const listener = () => {
    if (happened) process.exit(INTERRUPTED)
    happened = true
    stop()
  }
  for (const signal of SIGNALS) process.on(signal, listener)
  return {
    get happened() {
      return happened
    },
    release() {
      for (const signal of SIGNALS) process.off(signal, listener)
    },
  }
}
