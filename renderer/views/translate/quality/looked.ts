import { useEffect, useMemo, useRef, useState } from 'react'
import type { CheckSettings } from '../../../../model/checks/translation/settings.ts'
import type { UnitInLocale } from '../../../../model/units/locale-view.ts'
import { whenAtRest, type Rest } from '../../../session/rest.ts'
import type { Session } from '../../../session/session.ts'
import type { Found } from './found.ts'
import { look, NOTHING_WRONG, type Looked } from './look.ts'

/** After so long without a key the text in hand is looked at, in ms. */
const PAUSE = 400

/** What is wrong with the text that is worked on: at once when one comes to it, and when the hand rests while one types. */
export function useLooked(
  session: Session,
  item: UnitInLocale | undefined,
  sourceLocale: string,
  found: Found,
  settings: CheckSettings,
): Looked {
  const [seen, setSeen] = useState(item)
  const latest = useRef(item)
  const rest = useRef<Rest>(null)
  useEffect(() => {
    const waiting = whenAtRest(session, PAUSE, () => setSeen(latest.current))
    rest.current = waiting
    return () => waiting.stop()
  }, [session])
  useEffect(() => {
    latest.current = item
    rest.current?.later()
  }, [item])
  const shown = seen?.unit.id === item?.unit.id ? seen : item
  return useMemo(
    () => (shown === undefined ? NOTHING_WRONG : look(shown, sourceLocale, found, settings)),
    [shown, sourceLocale, found, settings],
  )
}
