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
  /** The library has acknowledged these. */
  saved(changes: readonly Change[]): void
  show(state: SaveState): void
  /** Takes in what is typed and not given out yet; it comes by `add` before this returns. */
  collect(): void
  /**
   * Somebody else saved: takes up what they did, and calls `rebase` with what is unsaved on top of it. False: it could
   * not be read.
   */
  catchUp(): Promise<boolean>
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
  /** The library is ahead of this window: what was done there is taken up between two saves. */
  behind(): void
  /** What is unsaved, put anew on a later revision. */
  rebase(revision: number, unsaved: readonly Change[]): void
  stop(): void
}

/** The queue between the window and the library: never two saves at once, and nothing leaves it unacknowledged. */
export function createAutosave(options: AutosaveOptions): Autosave {
  let revision = options.revision
  let waiting: Change[] = []
  let saving = false
  let since: number | undefined
  /** When something was changed last. */
  let latest = 0
  /** Something is typed that was not collected yet. */
  let expected = false
  let collecting = false
  /** What is true when nothing is unsaved. */
  let rest: SaveState = { kind: 'saved', at: null }
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let quiet: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  /** Somebody waits for everything to be saved, so what comes in while a save runs follows at once. */
  let draining = false
  /** What waits has waited long enough. */
  let due = false
  let behind = false

  /** When the saver is to wake, in ms since 1970. A key only puts it off: a timer that is set anew costs as much as the key. */
  let waking = Infinity
  const look = (): void => {
    timer = undefined
    const left = waking - Date.now()
    if (left > 0) {
      timer = setTimeout(look, left)
      return
    }
    waking = Infinity
    due = true
    void start()
  }
  const sleepOn = (): void => {
    clearTimeout(timer)
    timer = undefined
    waking = Infinity
  }
  const wake = (delay: number): void => {
    const at = Date.now() + delay
    if (timer !== undefined && at < waking) sleepOn()
    waking = at
    timer ??= setTimeout(look, delay)
  }

  function collect(): void {
    if (!expected || collecting) return
    collecting = true
    try {
      options.collect()
    } finally {
      collecting = expected = false
    }
    // What was typed may be gone again.
    if (waiting.length === 0 && !saving) options.show(rest)
  }

  /** Wakes the saver after a pause, and in time where there is none. */
  function soon(): void {
    const now = Date.now()
    if (!collecting) latest = now
    since ??= now
    if (quiet !== undefined) clearTimeout(quiet)
    quiet = undefined
    if (running !== undefined) return
    if (failures === 0) options.show({ kind: 'pending' })
    wake(Math.max(0, Math.min(PAUSE, since + LONGEST - now)))
  }

  async function saveOnce(): Promise<'saved' | 'again' | 'failed'> {
    const sent = coalesce(waiting)
    waiting = []
    since = undefined
    saving = true
    const slow = setTimeout(() => options.show({ kind: 'saving' }), SHORT)
    const result = await options.save(revision, sent)
    clearTimeout(slow)
    saving = false
    if (result.ok) {
      failures = 0
      revision = result.value.revision
      options.saved(sent)
      rest = { kind: 'saved', at: result.value.savedAt }
      if (waiting.length > 0 || expected) options.show({ kind: 'pending' })
      else if (draining || Date.now() >= latest + PAUSE) options.show(rest)
      // Somebody who goes on typing is told at the next pause, and not between two keys.
      else quiet = setTimeout(() => options.show(rest), latest + PAUSE - Date.now())
      return 'saved'
    }
    waiting = [...sent, ...waiting]
    failures += 1
    if (result.error.code === 'REVISION_CONFLICT' && failures < RETRIES.length) {
      behind = false
      if (await options.catchUp()) return 'again'
    }
    options.show(
      result.error.code === 'LIBRARY_READ_ONLY'
        ? { kind: 'readOnly' }
        : { kind: 'failed', error: result.error },
    )
    return 'failed'
  }

  async function run(): Promise<boolean> {
    let caught = false
    if (due || draining) collect()
    for (;;) {
      if (behind) {
        behind = false
        // Where it cannot be read now, the next save will find that it is behind.
        caught = (await options.catchUp()) || caught
        continue
      }
      if (waiting.length === 0 || !(due || draining)) break
      const outcome = await saveOnce()
      caught ||= outcome === 'again'
      if (draining || outcome === 'failed') collect()
      if (outcome === 'failed') {
        due = false
        wake(RETRIES[Math.min(failures, RETRIES.length) - 1] ?? LONGEST)
        return false
      }
      if (outcome === 'saved') due = false
    }
    due = false
    if (waiting.length > 0 || expected) wake(PAUSE)
    else if (caught) {
      // What was unsaved here may be what another has saved by now.
      failures = 0
      options.show(rest)
    }
    return true
  }

  function start(): Promise<boolean> {
    if (due || draining) sleepOn()
    running ??= run().finally(() => {
      running = undefined
      draining = false
      if (behind) void start()
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
    behind() {
      behind = true
      void start()
    },
    rebase(next, unsaved) {
      revision = next
      waiting = [...unsaved]
    },
    stop() {
      sleepOn()
      clearTimeout(quiet)
    },
  }
}
