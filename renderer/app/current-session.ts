import type { Session } from '../session/session.ts'
import { followHand } from './hand.ts'

let current: Session | null = null

/** The session of the postmortem on screen, for the menu and for the host's wish to close. */
export const currentSession = (): Session | null => current

/** Puts a session in place; the answer takes it away again, if it is still the one. */
export function holdSession(session: Session): () => void {
  current = session
  const stop = followHand(session)
  return () => {
    stop()
    if (current === session) current = null
  }
}
