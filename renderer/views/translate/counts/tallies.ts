import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { DocumentState } from '../../../../model/document/state.ts'
import { tally, type Tally } from '../../../../model/measure/tally.ts'
import { unitsInLocale } from '../../../../model/units/locale-view.ts'
import { whenIdle } from '../../../session/idle.ts'
import type { Session } from '../../../session/session.ts'
import { counterOf } from './counter.ts'

/** The parts of the document in each of its languages. */
export type Tallies = ReadonlyMap<string, readonly Tally[]>

function* counting({ document, translations }: DocumentState): Generator<void, Tallies, void> {
  const found = new Map<string, readonly Tally[]>()
  const ofSource = counterOf(document, document.sourceLocale)
  for (const locale of document.locales) {
    const units = unitsInLocale(document, translations, locale)
    found.set(locale, yield* tally(units, ofSource, counterOf(document, locale)))
  }
  return found
}

/** How much there is in each language, counted while the window has nothing else to do. Null: not yet. */
export function useTallies(session: Session): Tallies | null {
  const state = useStore(session.store, (now) => now.state)
  const [tallies, setTallies] = useState<Tallies | null>(null)
  useEffect(() => whenIdle(counting(state), setTallies), [state])
  return tallies
}
