import { fold } from '../search/fold.ts'
import type { Concept, TermStatus } from './concept.ts'

export interface Wanted {
  /** Words that stand in a term, the definition, the note or the field; all where it is blank. */
  readonly text: string
  /** A language that it must have a term in. */
  readonly locale: string | null
  /** A status that one of its terms (in that language) must have. */
  readonly status: TermStatus | 'untranslatable' | null
}

/** What a concept is looked for by, folded once. */
const folded = new WeakMap<Concept, string>()
function textOf(concept: Concept): string {
  let text = folded.get(concept)
  if (text === undefined) {
    const { subject, definition, note, terms } = concept
    const all = [...terms.flatMap((term) => [term.text, term.note]), subject, definition, note]
    text = fold(all.join('\n'), false).text
    folded.set(concept, text)
  }
  return text
}

/** The term that a concept stands under in a list: its best one in a language, else its first. */
export const headOf = ({ terms }: Concept, locale: string | null): string =>
  (terms.find((term) => term.locale === locale) ?? terms[0]!).text

export const matches = (concept: Concept, { text, locale, status }: Wanted): boolean => {
  const terms = concept.terms.filter((term) => locale === null || term.locale === locale)
  if (terms.length === 0) return false
  if (status === 'untranslatable' && !concept.untranslatable) return false
  if (
    status !== null &&
    status !== 'untranslatable' &&
    !terms.some((term) => term.status === status)
  )
    return false
  const words = fold(text.trim(), false).text
  return words === '' || textOf(concept).includes(words)
}

/** Concepts by what they stand under in a language. */
export function inOrder(concepts: Iterable<Concept>, locale: string | null): Concept[] {
  const { compare } = new Intl.Collator(locale ?? undefined, { numeric: true })
  return Array.from(concepts, (concept) => ({ concept, head: headOf(concept, locale) }))
    .toSorted((a, b) => compare(a.head, b.head) || (a.concept.id < b.concept.id ? -1 : 1))
    .map(({ concept }) => concept)
}
