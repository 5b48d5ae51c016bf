import { useEffect, useState } from 'react'
import type { Match } from '../../../model/contract/memory.ts'
import { api } from '../../api.ts'
import type { Session } from '../../session/session.ts'

/** As many as have a key. */
export const MOST_MATCHES = 9
/** A translator who goes through the texts asks for nothing on the way. In ms. */
const PAUSE = 120

const NONE: readonly Match[] = []

/** What the memory has for a text: for the whole first, then for its sentences. Empty until it has answered. */
export function useMatches(
  session: Session,
  locale: string,
  unit: string | null,
  /** Whatever makes the memory answer otherwise: the source. */
  sourceHash: string,
): readonly Match[] {
  const [found, setFound] = useState({ key: '', matches: NONE })
  const key = `${locale} ${unit} ${sourceHash}`
  useEffect(() => {
    if (unit === null || sourceHash === '') return
    let gone = false
    const timer = setTimeout(() => {
      void ask(unit)
    }, PAUSE)
    async function ask(of: string): Promise<void> {
      // What was just confirmed is in the memory when it is saved, and is often the very next text.
      await session.flush()
      if (gone) return
      const told = await api.call('memory.lookup', { id: session.id, unit: of, locale })
      if (gone || !told.ok) return
      const { matches, sentences } = told.value
      // What fits one sentence is a part of the text, also where the memory has it as a text of its own.
      const parts = sentences.flatMap((sentence) =>
        sentence.matches.map((match) => ({ ...match, sentence: true })),
      )
      const all = [...matches, ...parts].filter(
        // What stands there already is no suggestion.
        (match) => match.postmortem !== session.id || match.unit !== of,
      )
      setFound({ key, matches: all.slice(0, MOST_MATCHES) })
    }
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [session, locale, unit, sourceHash, key])
  return found.key === key ? found.matches : NONE
}
