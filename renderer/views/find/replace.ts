import { replacing } from '../../../model/search/changes.ts'
import type { Hit } from '../../../model/search/search.ts'
import type { Session } from '../../session/session.ts'
import { readerOf } from './hits.ts'

/** Puts a text in the place of the hits, as one step of the history. Answers how many it were; 0 where nothing was changed. */
export function replaceHits(session: Session, hits: readonly Hit[], replacement: string): number {
  const { state } = session.store.getState()
  const now = new Date().toISOString()
  const { changes, count } = replacing(state, hits, replacement, readerOf(session), now)
  return count > 0 && session.apply(changes) ? count : 0
}
