import { useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Session } from '../../../session/session.ts'
import { isAtOnce, watchNear } from '../../../editor/near.ts'

/** Whether an entry is drawn with all that one works with: it is near to what one sees, or has the focus in it. */
export function useNear(
  session: Session,
  id: string,
  card: RefObject<HTMLElement | null>,
): boolean {
  const [near, setNear] = useState(() => isAtOnce(session.store.getState().state.document, id))
  const latest = useRef(near)
  useEffect(() => {
    latest.current = near
  }, [near])
  useEffect(() => {
    if (card.current === null) return undefined
    return watchNear(card.current, {
      isAwake: () => latest.current,
      wake: () => flushSync(() => setNear(true)),
      sleep: () => setNear(false),
    })
  }, [card])
  return near
}
