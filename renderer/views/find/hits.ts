import { useEffect, useMemo, useState } from 'react'
import { readFact } from '../../../model/facts/read.ts'
import type { Query, ReadFact } from '../../../model/search/find.ts'
import { search, type Hit } from '../../../model/search/search.ts'
import { factsOf, wordsOf } from '../../editor/host.ts'
import type { Session } from '../../session/session.ts'

/** The whole is searched again when hand and document have rested this long. In ms. */
const PAUSE = 200

/** How the facts of the document read in a locale, as they do now. */
export const readerOf =
  (session: Session) =>
  (locale: string): ReadFact => {
    const facts = factsOf(session.store.getState().state.document)
    const words = wordsOf(locale)
    return (id, form) => {
      const fact = facts.get(id)
      return fact === undefined ? '…' : readFact(fact, form, locale, words)
    }
  }

/** What a query finds, kept in step with the document. */
export function useHits(session: Session, { text, exact, whole }: Query): readonly Hit[] {
  const [hits, setHits] = useState<readonly Hit[]>([])
  const query = useMemo(() => ({ text, exact, whole }), [text, exact, whole])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        setHits(search(session.store.getState().state, query, readerOf(session)))
      }, PAUSE)
    }
    later()
    const stop = session.store.subscribe((now, before) => {
      if (now.state !== before.state) later()
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [session, query])
  return hits
}
