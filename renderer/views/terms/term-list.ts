import { useEffect, useState } from 'react'
import type { Input, Output } from '../../../model/contract/calls.ts'
import type { Failure } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'

type Query = Pick<Input<'terms.list'>, 'text' | 'locale' | 'status'>
export type TermList = Output<'terms.list'>

/** Concepts that are asked for at once. */
const PAGE = 500
/** Somebody who types to search asks for nothing on the way, in ms. */
const PAUSE = 80

/** The concepts that fit, a page at a time until all are there, and anew whenever the termbase changed. Null before the first answer. */
export function useTermList({ text, locale, status }: Query): {
  readonly list: TermList | null
  readonly failure: Failure | null
} {
  const [list, setList] = useState<TermList | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let round = 0
    async function read(): Promise<void> {
      const mine = ++round
      let all: TermList | undefined
      do {
        const query = { text, locale, status, from: all?.concepts.length ?? 0, limit: PAGE }
        const page = await api.call('terms.list', query)
        if (mine !== round) return
        if (!page.ok) return setFailure(page.error)
        const before: TermList['concepts'] = all?.concepts ?? []
        all = { ...page.value, concepts: [...before, ...page.value.concepts] }
        setFailure(null)
        setList(all)
        if (page.value.concepts.length === 0) break
      } while (all.concepts.length < all.total)
    }
    const timer = setTimeout(() => void read(), PAUSE)
    const stop = api.on('terms.changed', () => void read())
    return () => {
      round++
      clearTimeout(timer)
      stop()
    }
  }, [text, locale, status])
  return { list, failure }
}
