import type { Change } from '../../model/document/change.ts'
import type { Result } from '../../model/errors/result.ts'
import { coalesce } from './coalesce.ts'
import type { SaveState } from './save-state.ts'

/** A save waits for a pause in typing this long, and no longer than `LONGEST` after the first unsaved change. In ms. */
const PAUSE = 300
const LONGEST = 1000
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
  /** Somebody else saved in between. Answers the revision that the unsaved changes now build on, or undefined. */
  rebase(unsaved: () => readonly Change[]): Promise<number | undefined>
}

export interface Autosave {
  add(changes: readonly Change[]): void
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
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  /** Somebody waits for everything to be saved, so what comes in while a save runs follows at once. */
  let draining = false

  const wake = (delay: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void start(), delay)
  }

  async function saveOnce(): Promise<'saved' | 'again' | 'failed'> {
    inFlight = coalesce(waiting)
    waiting = []
    since = undefined
    options.show({ kind: 'saving' })
    const result = await options.save(revision, inFlight)
    const sent = inFlight
    inFlight = []
    if (result.ok) {
      failures = 0
      revision = result.value.revision
      options.show(
        waiting.length === 0 ? { kind: 'saved', at: result.value.savedAt } : { kind: 'pending' },
      )
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
    let outcome: 'saved' | 'again' | 'failed' = 'again'
    while (waiting.length > 0 && (outcome === 'again' || draining)) {
      outcome = await saveOnce()
      if (outcome !== 'failed') continue
      wake(RETRIES[Math.min(failures, RETRIES.length) - 1] ?? LONGEST)
      return false
    }
    if (waiting.length > 0) wake(PAUSE)
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
      since ??= Date.now()
      if (running !== undefined) return
      if (failures === 0) options.show({ kind: 'pending' })
      wake(Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())))
    },
    flush() {
      draining = true
      return start()
    },
    revision: () => revision,
    adopt(next) {
      revision = next
    },
    idle: () => waiting.length === 0 && running === undefined,
    unsaved: () => [...inFlight, ...waiting],
    stop() {
      clearTimeout(timer)
    },
  }
}
