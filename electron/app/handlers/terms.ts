import { ok } from '../../../model/errors/result.ts'
import { inOrder, matches } from '../../../model/terms/listing.ts'
import type { Termbase } from '../../../model/terms/termbase.ts'
import type { ConceptChange } from '../../store/terms.ts'
import type { HandlersOf } from '../context.ts'
import { findTerms } from '../terms/find.ts'

const LIMIT = 200

/** The languages of a termbase by their tags, with the concepts that have a term in each. */
function localesOf({ concepts }: Termbase): { locale: string; concepts: number }[] {
  const counts = new Map<string, number>()
  for (const { terms } of concepts.values())
    for (const locale of new Set(terms.map((term) => term.locale)))
      counts.set(locale, (counts.get(locale) ?? 0) + 1)
  return [...counts]
    .map(([locale, count]) => ({ locale, concepts: count }))
    .toSorted((a, b) => (a.locale < b.locale ? -1 : 1))
}

export const termHandlers: HandlersOf<'terms.list' | 'terms.change' | 'terms.find'> = {
  'terms.list': async (query, { terms }) => {
    const base = await terms.base()
    if (!base.ok) return base
    const { text = '', locale = null, status = null, from = 0, limit = LIMIT } = query
    const found = [...base.value.concepts.values()].filter((concept) =>
      matches(concept, { text, locale, status }),
    )
    return ok({
      concepts: inOrder(found, locale).slice(from, from + limit),
      total: found.length,
      all: base.value.concepts.size,
      locales: localesOf(base.value),
    })
  },
  'terms.change': ({ put, remove }, { library, events }) => {
    const changes: ConceptChange[] = [
      ...remove.map((id) => ({ id, now: null })),
      ...put.map((concept) => ({ id: concept.id, now: concept })),
    ]
    const changed = library.terms.change(changes)
    if (!changed.ok) return changed
    if (changes.length > 0) events.emit('terms.changed', {})
    return ok({
      back: {
        put: changed.value.flatMap(({ now }) => (now === null ? [] : [now])),
        remove: changed.value.flatMap(({ id, now }) => (now === null ? [id] : [])),
      },
    })
  },
  'terms.find': async ({ texts, from, to }, { terms }) => {
    const base = await terms.base()
    if (!base.ok) return base
    return ok({ found: texts.map((content) => findTerms(base.value, content, from, to)) })
  },
}
