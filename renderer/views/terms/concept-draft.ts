import { newId } from '../../../model/document/identifier.ts'
import {
  LONGEST_TERM,
  plainConcept,
  plainTerm,
  type Concept,
  type Term,
} from '../../../model/terms/concept.ts'

/** A term as it is being written: its language may not be known yet. */
export interface TermDraft extends Omit<Term, 'locale'> {
  readonly key: string
  readonly locale: string | null
}

export interface ConceptDraft extends Omit<Concept, 'terms'> {
  readonly terms: readonly TermDraft[]
}

export const termDraft = (locale: string | null, text = ''): TermDraft => ({
  ...plainTerm('', text),
  locale,
  key: newId(),
})

export const draftOf = (concept: Concept): ConceptDraft => ({
  ...concept,
  terms: concept.terms.map((term) => ({ ...term, key: newId() })),
})

/** A new concept with a field for a term in each of some languages. */
export const newDraft = (terms: readonly (readonly [string | null, string])[]): ConceptDraft => ({
  ...plainConcept(newId(), []),
  terms: terms.map(([locale, text]) => termDraft(locale, text)),
})

export type Flaw = 'language' | 'double' | 'sign' | 'long'

const textOf = ({ text }: TermDraft): string => text.replaceAll(/\s+/gu, ' ').trim()
/** An empty field is no term, and nobody need fill it. */
export const written = ({ terms }: ConceptDraft): readonly TermDraft[] =>
  terms.filter((term) => textOf(term) !== '')

/** What keeps a term from being kept. */
export function flawIn(draft: ConceptDraft, term: TermDraft): Flaw | undefined {
  const text = textOf(term)
  if (text === '') return undefined
  if (term.locale === null) return 'language'
  if (text.length > LONGEST_TERM) return 'long'
  if (!/[\p{L}\p{N}]/u.test(text)) return 'sign'
  const same = written(draft).find(
    (other) => other.locale === term.locale && textOf(other) === text,
  )
  return same === term ? undefined : 'double'
}

/** The concept that was written; undefined where it cannot be one yet. */
export function conceptOf(draft: ConceptDraft): Concept | undefined {
  const terms = written(draft)
  if (terms.length === 0 || terms.some((term) => flawIn(draft, term) !== undefined))
    return undefined
  return {
    ...draft,
    terms: terms.map(({ key: _, ...term }) => ({
      ...term,
      locale: term.locale!,
      text: textOf({ ...term, key: '' }),
    })),
  }
}
