import { useEffect, useState } from 'react'
import type { Counterpart, FoundTerm } from '../../../../model/contract/terms.ts'
import type { Content } from '../../../../model/document/text.ts'
import type { TermFinder } from '../../../terms/finder.ts'

const NONE: readonly FoundTerm[] = []

/** The terms in the text that is worked on; none until the core has answered. */
export function useFoundTerms(
  finder: TermFinder,
  content: Content | undefined,
): readonly FoundTerm[] {
  const [found, setFound] = useState({ content, terms: NONE })
  useEffect(() => {
    if (content === undefined) return undefined
    return finder.follow(content, (terms) => setFound({ content, terms }))
  }, [finder, content])
  return found.content === content ? found.terms : NONE
}

/** A concept once, where it first stands. */
export const inPanel = (found: readonly FoundTerm[]): readonly FoundTerm[] =>
  found.filter((one, at) => found.findIndex(({ concept }) => concept === one.concept) === at)

/** What can be put in, in the order of the keys. */
export const insertable = (found: readonly FoundTerm[]): readonly Counterpart[] =>
  inPanel(found)
    .flatMap(({ counterparts }) => counterparts)
    .filter(({ status }) => status !== 'forbidden')
