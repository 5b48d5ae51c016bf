import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Api } from '../../model/contract/api.ts'
import type { Opened } from '../../model/contract/summary.ts'
import type { Change } from '../../model/document/change.ts'
import type { Footnote } from '../../model/document/block.ts'
import { noteChanges } from '../../model/document/note-changes.ts'
import { orderChanges } from '../../model/document/order-changes.ts'
import { applyAll, findBlock, stateOf, type DocumentState } from '../../model/document/state.ts'
import { overfull } from '../../model/document/room.ts'
import { newId } from '../../model/document/identifier.ts'
import { ok, type Failure, type Result } from '../../model/errors/result.ts'
import { changesTo } from '../../model/history/changes.ts'
import { merge } from '../../model/merge/merge.ts'
import { createAutosave } from './autosave.ts'
import { calm } from './composition.ts'
import { EMPTY_HISTORY, record, stepBack, stepForward, type History } from './history.ts'
import { rebase } from './rebase.ts'
import type { SaveState } from './save-state.ts'

/** The last thing that happened to the document, for those who must follow it: editors and their carets. */
export interface LastChanged {
  /** `other`: somebody else's work has come in. */
  readonly origin: 'open' | 'edit' | 'undo' | 'redo' | 'other'
  readonly changes: readonly Change[]
  /** Counts up, so that two equal happenings can be told apart. */
  readonly serial: number
}

/** When something was typed: its first key and its last (ms since 1970). */
interface Typed {
  readonly from: number
  readonly to: number
}

export interface SessionState {
  readonly state: DocumentState
  readonly save: SaveState
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly lastChanged: LastChanged
  /** How often this window's words took the place of another's. What those were stands in the version history. */
  readonly clashes: number
  /** Why changes were not made last: a new object each time. */
  readonly refused: Failure | null
}

/** One open postmortem in this window: its state, its one history, and its way to the library. */
export interface Session {
  readonly id: string
  /** Who works here, by the name that the system knows them by; empty where it has none. */
  readonly user: string
  readonly store: StoreApi<SessionState>
  /**
   * Makes changes, all of them or none, as one step of the history. `merge` names a place: changes with the same
   * name that follow each other within a second are one step. False: they are more than a document holds (`overfull`),
   * nothing was changed, and `refused` says why.
   */
  apply(changes: readonly Change[], options?: { merge?: string | undefined }): boolean
  /**
   * Says at a key that an editor has something to give, by `apply`. It is asked for it once for many keys: when it is
   * saved, or before anything else happens to the document. Until then it counts as unsaved.
   */
  hold(give: () => void): void
  /** Takes in what editors hold. Whatever reads the document because a person asked for something does this first. */
  settle(): void
  /** When a person typed or changed something last, in ms since 1970; 0 before the first time. */
  touched(): number
  undo(): void
  redo(): void
  /** Saves what is not saved. False: it could not be, and it is still held. */
  flush(): Promise<boolean>
  /** Saves and lets go. */
  close(): Promise<void>
}

/** An opened postmortem as the window holds it. */
const asState = ({ document, translations, comments }: Opened): DocumentState =>
  stateOf(document, translations, comments)

/** The changes that do something to the state, in their order: without a section a block has no place. */
function effective({ document }: DocumentState, changes: readonly Change[]): Change[] {
  const sections = new Set(document.sections.map(({ id }) => id))
  return changes.filter((change) => {
    if (change.type === 'section.put') sections.add(change.section.id)
    if (change.type === 'section.remove') sections.delete(change.section)
    return change.type !== 'block.put' || sections.has(change.section)
  })
}

/** Opens a postmortem for work. Fails as `postmortem.open` does. */
export async function openSession(api: Api, id: string): Promise<Result<Session>> {
  const info = await api.call('library.info', {})
  if (!info.ok) return info
  const opened = await api.call('postmortem.open', { id })
  if (!opened.ok) return opened
  const { readOnly, user } = info.value

  let history: History = EMPTY_HISTORY
  /** Notes that went with their last reference: one that is cut and pasted comes back with its words. */
  const removedNotes = new Map<string, Footnote>()
  const store = createStore<SessionState>(() => ({
    state: asState(opened.value),
    save: readOnly ? { kind: 'readOnly' } : { kind: 'saved', at: null },
    canUndo: false,
    canRedo: false,
    lastChanged: { origin: 'open', changes: [], serial: 0 },
    clashes: 0,
    refused: null,
  }))

  const publish = (
    state: DocumentState,
    origin: LastChanged['origin'],
    changes: readonly Change[],
  ): void => {
    store.setState((old) => ({
      state,
      canUndo: history.done.length > 0,
      canRedo: history.undone.length > 0,
      lastChanged: { origin, changes, serial: old.lastChanged.serial + 1 },
    }))
  }

  /** What the library has, as far as this window knows. */
  let acknowledged = store.getState().state

  /** What stands in the library after somebody else's saves, as changes where it can tell them. */
  async function theirs(): Promise<{ state: DocumentState; revision: number } | undefined> {
    const told = await api.call('postmortem.changes', { id, since: autosave.revision() })
    if (!told.ok) return undefined
    const { revision, changes } = told.value
    if (changes !== null) return { state: applyAll(acknowledged, changes), revision }
    const fresh = await api.call('postmortem.open', { id })
    if (!fresh.ok) return undefined
    return { state: asState(fresh.value), revision: fresh.value.revision }
  }

  /**
   * Takes up what somebody else saved, and puts what is unsaved here on top of it, word by word. The history goes on:
   * its steps take back what this window did and nothing else.
   */
  async function catchUp(): Promise<boolean> {
    const other = await theirs()
    if (other === undefined) return false
    if (other.revision === autosave.revision()) return true
    await calm()
    autosave.collect()
    const mine = store.getState().state
    const merged = merge(acknowledged, mine, other.state, 'ours')
    const unsaved = changesTo(other.state, merged.state)
    history = rebase(history, mine, merged.state)
    acknowledged = other.state
    autosave.rebase(other.revision, unsaved)
    const changes = changesTo(mine, merged.state)
    publish(changes.length === 0 ? mine : merged.state, 'other', changes)
    if (merged.lost) {
      // What the next save writes over stays as a version.
      await api.call('history.keep', { id })
      store.setState(({ clashes }) => ({ clashes: clashes + 1 }))
    }
    return true
  }

  /** What editors hold, and when it was typed; and when that was typed which is being given. */
  const held = new Map<() => void, Typed>()
  let typed: Typed | undefined

  function giveAll(): void {
    // One who gives may hold what it gives in turn.
    for (const [give, when] of held) {
      held.delete(give)
      typed = when
      give()
    }
    typed = undefined
  }

  let touched = 0
  const me = newId()
  const autosave = createAutosave({
    collect: giveAll,
    revision: opened.value.revision,
    save: (base, changes) =>
      api.call('postmortem.save', { id, base, changes: [...changes], session: me }),
    saved(changes) {
      acknowledged = applyAll(acknowledged, changes)
    },
    show: (save) => {
      // Said at every key; to draw the same words again at every key would be felt.
      if (save.kind !== 'pending' || store.getState().save.kind !== 'pending')
        store.setState({ save })
    },
    catchUp,
  })

  const stopListening = api.on('postmortem.changed', (event) => {
    if (event.id === id && event.session !== me && event.revision > autosave.revision())
      autosave.behind()
  })

  function move(origin: 'undo' | 'redo'): void {
    autosave.collect()
    const step = origin === 'undo' ? stepBack(history) : stepForward(history)
    if (step === undefined) return
    history = step.history
    publish(applyAll(store.getState().state, step.changes), origin, step.changes)
    autosave.add(step.changes)
  }

  return ok({
    id,
    user,
    store,
    apply(changes, { merge } = {}) {
      if (readOnly) return true
      autosave.collect()
      const { state } = store.getState()
      const asked = effective(state, changes)
      if (asked.length === 0) return true
      const notes = noteChanges(state, () => applyAll(state, asked), asked, removedNotes)
      const whole = notes.length === 0 ? asked : [...asked, ...notes]
      const orders = orderChanges(() => applyAll(state, whole), whole)
      const real = orders.length === 0 ? whole : [...whole, ...orders]
      const next = applyAll(state, real)
      const refused = overfull(state.document, next.document, real)
      if (refused !== undefined) {
        store.setState({ refused })
        return false
      }
      for (const change of notes) {
        const note =
          change.type === 'block.remove' ? findBlock(state.document, change.block) : undefined
        if (note?.kind === 'footnote') removedNotes.set(note.id, note)
      }
      const now = Date.now()
      if (typed === undefined) touched = now
      history = record(history, state, real, merge, typed?.to ?? now, typed?.from ?? now)
      publish(next, 'edit', real)
      autosave.add(real)
      return true
    },
    hold(give) {
      if (readOnly) return
      const now = Date.now()
      if (typed === undefined) touched = now
      const { from, to } = typed ?? { from: now, to: now }
      held.set(give, { from: held.get(give)?.from ?? from, to })
      autosave.expect()
    },
    settle: () => autosave.collect(),
    touched: () => touched,
    undo: () => move('undo'),
    redo: () => move('redo'),
    flush: () => autosave.flush(),
    async close() {
      await autosave.flush()
      stopListening()
      autosave.stop()
    },
  })
}
