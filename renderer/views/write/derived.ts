import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Change } from '../../../model/document/change.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Session } from '../../session/session.ts'

/**
 * Something that is made from the whole document and drawn in hundreds of places, for each session once. It is made
 * anew only after a change that bears on it: a key in a text asks one question and no more.
 *
 * @param bears does a change bear on it, to a document as it was before?
 */
export function derived<T>(
  make: (document: Postmortem) => T,
  bears: (change: Change, before: Postmortem) => boolean,
): (session: Session) => StoreApi<T> {
  const made = new WeakMap<Session, StoreApi<T>>()
  return (session) => {
    const known = made.get(session)
    if (known !== undefined) return known
    const store = createStore<T>(() => make(session.store.getState().state.document))
    made.set(session, store)
    // For as long as the session lives.
    session.store.subscribe((now, before) => {
      const { document } = now.state
      if (document === before.state.document) return
      if (now.lastChanged.changes.some((change) => bears(change, before.state.document)))
        store.setState(make(document), true)
    })
    return store
  }
}
