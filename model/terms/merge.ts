import { newId } from '../document/identifier.ts'
import { ConceptIdSchema, type Concept, type Term } from './concept.ts'
import * as v from 'valibot'
import type { ConceptDraft, Refused, TermDraft } from './draft.ts'

/** What came of a file. Numbers are of concepts. */
export interface TermReport {
  readonly added: number
  /** There were such concepts, which say more now. */
  readonly merged: number
  /** Those that were there already, with all that the file says. */
  readonly known: number
  /** The first of what was left out; `refusedCount` is how many there are. */
  readonly refused: Refused[]
  readonly refusedCount: number
}

export interface Merging {
  take(draft: ConceptDraft): void
  refuse(refused: readonly Refused[]): void
  /** The concepts that are new or other than before. */
  changes(): Concept[]
  report(): TermReport
}

const MOST_TERMS = 200
const MOST_REFUSED = 200

/** One term in two spellings of its capitals is one. */
const keyOf = ({ locale, text }: Pick<Term, 'locale' | 'text'>): string =>
  `${locale}\n${text.normalize('NFKC').toLowerCase()}`
/** Ids that nobody else gives: UUIDs. */
const isUnique = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)

const termOf = (draft: TermDraft, own: Term | undefined): Term => ({
  locale: draft.locale,
  text: own?.text ?? draft.text,
  status: draft.status ?? own?.status ?? 'preferred',
  partOfSpeech: draft.partOfSpeech ?? own?.partOfSpeech ?? null,
  note: draft.note === '' ? (own?.note ?? '') : draft.note,
  caseSensitive: draft.caseSensitive ?? own?.caseSensitive ?? false,
})

/** Terms of which each stands once; a later one of the same name says more about it. */
function termsWith(own: readonly Term[], drafts: readonly TermDraft[]): Term[] {
  const terms = new Map(own.map((term) => [keyOf(term), term]))
  for (const draft of drafts) terms.set(keyOf(draft), termOf(draft, terms.get(keyOf(draft))))
  return [...terms.values()]
}

/** A concept with what a file says of it; what the file leaves out stays. */
const mergedWith = (own: Concept, draft: ConceptDraft): Concept => ({
  id: own.id,
  subject: draft.subject === '' ? own.subject : draft.subject,
  definition: draft.definition === '' ? own.definition : draft.definition,
  note: draft.note === '' ? own.note : draft.note,
  untranslatable: draft.untranslatable ?? own.untranslatable,
  terms: termsWith(own.terms, draft.terms),
})

/**
 * Merges concepts of a file into those that are there: by their id where it can only be the same concept, else by a term that both
 * have, where neither the field nor the part of speech says that it is a homonym.
 */
export function merging(concepts: Iterable<Concept>): Merging {
  const byId = new Map<string, Concept>()
  const byTerm = new Map<string, Set<string>>()
  const changed = new Map<string, 'added' | 'merged'>()
  const refused: Refused[] = []
  let known = 0
  let refusedCount = 0
  const enter = (concept: Concept): void => {
    byId.set(concept.id, concept)
    for (const term of concept.terms) {
      const ids = byTerm.get(keyOf(term))
      if (ids) ids.add(concept.id)
      else byTerm.set(keyOf(term), new Set([concept.id]))
    }
  }
  for (const concept of concepts) enter(concept)

  const shared = (concept: Concept, { terms }: ConceptDraft): number => {
    const own = new Map(concept.terms.map((term) => [keyOf(term), term.partOfSpeech]))
    let count = 0
    for (const term of terms) {
      const speech = own.get(keyOf(term))
      if (speech === undefined) continue
      const isOther = speech !== null && term.partOfSpeech !== null && speech !== term.partOfSpeech
      if (!isOther) count++
    }
    return count
  }
  const fits = (concept: Concept, draft: ConceptDraft): boolean =>
    concept.subject === '' || draft.subject === '' || concept.subject === draft.subject
  const sameAs = (draft: ConceptDraft): Concept | undefined => {
    const named = draft.id === null ? undefined : byId.get(draft.id)
    if (named !== undefined && (isUnique(named.id) || shared(named, draft) > 0)) return named
    // A concept with an id of ours that is not here was taken out, or comes from another library: it may still be known.
    let best: Concept | undefined
    let most = 0
    for (const term of draft.terms)
      for (const id of byTerm.get(keyOf(term)) ?? []) {
        const concept = byId.get(id)!
        const count = fits(concept, draft) ? shared(concept, draft) : 0
        if (count > most) [best, most] = [concept, count]
      }
    return best
  }
  const refuse = (all: readonly Refused[]): void => {
    refusedCount += all.length
    refused.push(...all.slice(0, Math.max(0, MOST_REFUSED - refused.length)))
  }
  return {
    refuse,
    take(draft) {
      const own = sameAs(draft)
      if (own === undefined) {
        const isFree = draft.id !== null && v.is(ConceptIdSchema, draft.id) && !byId.has(draft.id)
        const { subject, definition, note, untranslatable } = draft
        const id = isFree ? draft.id! : newId()
        const terms = termsWith([], draft.terms)
        enter({ id, subject, definition, note, untranslatable: untranslatable ?? false, terms })
        changed.set(id, 'added')
        return
      }
      const next = mergedWith(own, draft)
      if (next.terms.length > MOST_TERMS) {
        refuse([{ line: draft.line, why: 'many', text: draft.terms[0]?.text ?? '' }])
        return
      }
      if (JSON.stringify(next) === JSON.stringify(own)) {
        if (!changed.has(own.id)) known++
        return
      }
      enter(next)
      if (!changed.has(own.id)) changed.set(own.id, 'merged')
    },
    changes: () => Array.from(changed.keys(), (id) => byId.get(id)!),
    report() {
      const kinds = [...changed.values()]
      const added = kinds.filter((kind) => kind === 'added').length
      return { added, merged: kinds.length - added, known, refused, refusedCount }
    },
  }
}
