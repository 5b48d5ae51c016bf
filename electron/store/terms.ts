import * as v from 'valibot'
import { Refusal, type Result } from '../../model/errors/result.ts'
import { ConceptSchema, MOST_CONCEPTS, type Concept } from '../../model/terms/concept.ts'
import type { ConceptTable } from './concept-table.ts'
import type { Access } from './memory.ts'

/** What came into the termbase or went: a concept as it is now, or null where there is none any more. */
export interface ConceptChange {
  readonly id: string
  readonly now: Concept | null
}

/** The termbase of the library. */
export interface Terms {
  /** Called with what changed, after it is on the disk. Returns what stops it. */
  listen(listener: (changes: readonly ConceptChange[]) => void): () => void
  /** Up to so many concepts above an id, by id; `last` is where the next piece begins, null at the end. */
  page(after: string, limit: number): Result<{ concepts: Concept[]; last: string | null }>
  /**
   * Puts concepts in and takes others out, all or none. The answer takes it back: what stood there before. TERM_UNKNOWN
   * where one that goes is not there, TERMS_FULL, DOCUMENT_INVALID.
   */
  change(changes: readonly ConceptChange[]): Result<ConceptChange[]>
}

function parsed(concept: Concept): Concept {
  const result = v.safeParse(ConceptSchema, concept)
  if (result.success) return result.output
  throw new Refusal('DOCUMENT_INVALID', {
    path: v.getDotPath(result.issues[0]) ?? '',
    why: result.issues[0].message.slice(0, 200),
  })
}

export function termsOf(table: ConceptTable, { read, write, now }: Access): Terms {
  const listeners = new Set<(changes: readonly ConceptChange[]) => void>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    page: (after, limit) => read(() => table.page(after, limit)),
    change(changes) {
      const made: ConceptChange[] = []
      const changed = write(() => {
        const at = now()
        const before = changes.map((change): ConceptChange => {
          const former = table.read(change.id) ?? null
          if (change.now === null) {
            if (former === null) throw new Refusal('TERM_UNKNOWN', { term: change.id })
            table.remove(change.id)
            made.push(change)
          } else {
            const concept = parsed(change.now)
            table.put(concept, at)
            made.push({ id: concept.id, now: concept })
          }
          return { id: change.id, now: former }
        })
        if (table.count() > MOST_CONCEPTS) throw new Refusal('TERMS_FULL', { limit: MOST_CONCEPTS })
        return before.toReversed()
      })
      if (changed.ok && made.length > 0) for (const listener of listeners) listener(made)
      return changed
    },
  }
}
