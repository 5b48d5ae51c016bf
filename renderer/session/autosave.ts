import type { Change } from '../../model/document/change.ts'
import type { Result } from '../../model/errors/result.ts'
import { coalesce } from './coalesce.ts'
import type { SaveState } from './save-state.ts'

/** A save waits for a pause in typing this long, and no longer than `LONGEST` after the first unsaved change. In ms. */
const PAUSE = 300
const LONGEST = 1000
/** A save that takes no longer than this is not worth a word. In ms. */
const SHORT = 400
/** After a failure: tried again after these waits, the last one over and over. In ms. */
const RETRIES = [1000, 2000, 5000, 10_000, 30_000]

interface Saved {
  readonly revision: number
  readonly savedAt: string
}

export interface AutosaveOptions {
  readonly revision: number
  save(base: number, changes: readonly Change[]): Promise<Result<Saved>>
  show(state: SaveState): void
  /** Takes in what is typed and not given out yet; it comes by `add` before this returns. */
  collect(): void
  /** Somebody else saved in between. Answers the revision that the unsaved changes now build on, or undefined. */
  rebase(unsaved: () => readonly Change[]): Promise<number | undefined>
}

export interface Autosave {
  add(changes: readonly Change[]): void
  /** Something is typed whose change is collected before it is saved. It counts as unsaved from now on. */
  expect(): void
  /** Collects what is expected now. */
  collect(): void
  /** Saves now. False: something could not be saved, and is still held. */
  flush(): Promise<boolean>
  /** The revision that the library has as far as this window knows. */
  revision(): number
  /** Takes up a revision that was read again. */
  adopt(revision: number): void
  idle(): boolean
  /** What the library has not acknowledged, in order. */
  unsaved(): readonly Change[]
  stop(): void
}

/** The queue between the window and the library: never two saves at once, and nothing leaves it unacknowledged. */
export function createAutosave(options: AutosaveOptions): Autosave {
  let revision = options.revision
  let waiting: Change[] = []
  let inFlight: Change[] = []
  let since: number | undefined
  /** Something is typed that was not collected yet. */
  let expected = false
  /** What is true when nothing is unsaved. */
  let rest: SaveState = { kind: 'saved', at: null }
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  /** Somebody waits for everything to be saved, so what comes in while a save runs follows at once. */
  let draining = false

  const wake = (delay: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void start(), delay)
  }

  function collect(): void {
    if (!expected) return
    expected = false
    options.collect()
    // What was typed may be gone again.
    if (waiting.length === 0 && inFlight.length === 0) options.show(rest)
  }

  /** Wakes the saver after a pause, and in time where there is none. */
  function soon(): void {
    since ??= Date.now()
    if (running !== undefined) return
    if (failures === 0) options.show({ kind: 'pending' })
    wake(Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())))
  }

  async function saveOnce(): Promise<'saved' | 'again' | 'failed'> {
    inFlight = coalesce(waiting)
    waiting = []
    since = undefined
    const slow = setTimeout(() => options.show({ kind: 'saving' }), SHORT)
    const result = await options.save(revision, inFlight)
    clearTimeout(slow)
    const sent = inFlight
    inFlight = []
    if (result.ok) {
      failures = 0
      revision = result.value.revision
      rest = { kind: 'saved', at: result.value.savedAt }
      options.show(waiting.length === 0 && !expected ? rest : { kind: 'pending' })
      return 'saved'
    }
    waiting = [...sent, ...waiting]
    failures += 1
    if (result.error.code === 'REVISION_CONFLICT' && failures < RETRIES.length) {
      const base = await options.rebase(() => waiting)
      if (base !== undefined) {
        revision = base
        return 'again'
      }
    }
    options.show(
      result.error.code === 'LIBRARY_READ_ONLY'
        ? { kind: 'readOnly' }
        : { kind: 'failed', error: result.error },
    )
    return 'failed'
  }

  async function run(): Promise<boolean> {
    collect()
    let outcome: 'saved' | 'again' | 'failed' = 'again'
    while (waiting.length > 0 && (outcome === 'again' || draining)) {
      outcome = await saveOnce()
      if (draining || outcome === 'failed') collect()
      if (outcome !== 'failed') continue
      wake(RETRIES[Math.min(failures, RETRIES.length) - 1] ?? LONGEST)
      return false
    }
    if (waiting.length > 0 || expected) wake(PAUSE)
    return true
  }

  function start(): Promise<boolean> {
    clearTimeout(timer)
    running ??= run().finally(() => {
      running = undefined
      draining = false
    })
    return running
  }

  return {
    add(changes) {
      waiting.push(...changes)
      soon()
    },
    expect() {
      expected = true
      soon()
    },
    collect,
    flush() {
      draining = true
      return start()
    },
    revision: () => revision,
    adopt(next) {
      revision = next
    },
    idle: () => waiting.length === 0 && !expected && running === undefined,
    unsaved: () => [...inFlight, ...waiting],
    stop() {
      clearTimeout(timer)
    },
  }
}
