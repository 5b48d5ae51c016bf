import type { FoundTerm } from '../../model/contract/terms.ts'
import { rangeIn } from './range.ts'

/** The names of the highlights, which the style sheet draws. */
const NAMES = { plain: 'term', forbidden: 'term-forbidden' } as const

function highlightOf(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known !== undefined) return known
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}

/** Marks terms in a text by ranges in highlights of the browser: no element is put into it. Returns what takes them away. */
export function markTerms(root: Element, found: readonly FoundTerm[]): () => void {
  const marked = found.flatMap(({ start, end, term }) => {
    const range = rangeIn(root, start, end)
    const highlight = highlightOf(term.status === 'forbidden' ? NAMES.forbidden : NAMES.plain)
    if (range === undefined) return []
    highlight.add(range)
    return [{ highlight, range }]
  })
  return () => {
    for (const { highlight, range } of marked) highlight.delete(range)
  }
}
