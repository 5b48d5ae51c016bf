import type { Audience } from '../../../model/document/audience.ts'
import type { Known, Secrets } from '../../../model/leak/secrets.ts'
import { squeeze } from '../../../model/leak/squeeze.ts'
import type { Concept } from '../../../model/terms/concept.ts'
import { headOf } from '../../../model/terms/listing.ts'
import type { Library } from '../../store/library.ts'
import { everyPostmortem, librarySecrets } from '../library-secrets.ts'

/** Whom concepts leave for, and whether what is noted of them leaves too. */
export interface TermReaders {
  readonly audience: Audience
  readonly notes: boolean
}

/** What of a termbase leaves. */
export interface LeavingTerms {
  readonly concepts: readonly Concept[]
  /** What those are called that stay, because they say what these readers may not see. */
  readonly left: readonly string[]
  /** What must not stand in the file. */
  readonly secrets: Secrets
}

const withoutNotes = (concept: Concept): Concept => ({
  ...concept,
  note: '',
  terms: concept.terms.map((term) => ({ ...term, note: '' })),
})

function* notesOf({ note, terms }: Concept): Generator<Known, void, undefined> {
  for (const text of [note, ...terms.map((term) => term.note)])
    if (text !== '') yield { what: 'concept.note', text }
}

function* textsOf(concept: Concept): Generator<string, void, undefined> {
  yield concept.subject
  yield concept.definition
  for (const { text } of concept.terms) yield text
  for (const { text } of notesOf(concept)) yield text
}

/**
 * What an audience may have of a termbase. A term, its field and its definition are for whoever translates; a note is what people of the
 * house write to each other, so it leaves only where that was asked for. A concept that says what this audience may not see in any
 * postmortem stays. Throws what the library refuses.
 */
export async function termsLeaving(
  all: readonly Concept[],
  { audience, notes }: TermReaders,
  library: Library,
): Promise<LeavingTerms> {
  const postmortems = await everyPostmortem(library)
  const hidden = await librarySecrets(postmortems, audience, [], [])
  const asked = notes ? all : all.map(withoutNotes)
  const stays = (concept: Concept): boolean =>
    hidden.find(squeeze([...textsOf(concept)].join(' '))) !== undefined
  const [staying, concepts] = [asked.filter(stays), asked.filter((one) => !stays(one))]
  function* known(): Generator<Known> {
    for (const concept of all) yield* notesOf(concept)
    for (const concept of staying)
      for (const text of textsOf(concept)) yield { what: 'concept', text }
  }
  function* said(): Generator<string> {
    for (const concept of concepts) yield* textsOf(concept)
  }
  return {
    concepts,
    left: staying.map((concept) => headOf(concept, null)),
    secrets: await librarySecrets(postmortems, audience, known(), said()),
  }
}
