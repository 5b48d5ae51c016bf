import { stateOf } from '../../../model/document/state.ts'
import type { Content } from '../../../model/document/text.ts'
import { fail, ok } from '../../../model/errors/result.ts'
import { factsById, readContent } from '../../../model/facts/read.ts'
import { wordReader } from '../../../model/history/side.ts'
import { pseudoChanges, withoutPseudo } from '../../../model/pseudo/changes.ts'
import { reviewChanges } from '../../../model/workflow/review-changes.ts'
import { sourcesSince, startOfDate, versionAt } from '../../../model/workflow/since.ts'
import type { HandlersOf } from '../context.ts'
import { saveChanges } from '../saving.ts'
import { wordsFor } from '../words.ts'

export const translationHandlers: HandlersOf<
  'translation.sources' | 'translation.review' | 'translation.since' | 'translation.pseudo'
> = {
  'translation.sources': ({ id, locale }, { library }) => {
    const sources = library.formerSources(id, locale)
    return sources.ok ? ok({ sources: sources.value }) : sources
  },
  'translation.pseudo': ({ id, locale, remove = false, save = false }, context) => {
    const { library, ports } = context
    const stored = library.open(id)
    if (!stored.ok) return stored
    const { document, translations, revision } = stored.value
    if (!document.locales.includes(locale)) return fail('LOCALE_UNKNOWN', { locale })
    const state = stateOf(document, translations)
    const changes = remove
      ? withoutPseudo(state, locale)
      : pseudoChanges(state, locale, ports.clock().toISOString())
    const saved = save ? saveChanges(context, id, revision, changes) : ok({})
    return saved.ok ? ok({ changes }) : saved
  },
  'translation.since': ({ id, date }, { library }) => {
    const stored = library.open(id)
    if (!stored.ok) return stored
    const versions = library.versions(id)
    if (!versions.ok) return versions
    const version = versionAt(versions.value, startOfDate(date))?.number ?? null
    const then = version === null ? ok(null) : library.openVersion(id, version)
    if (!then.ok) return then
    const { document } = stored.value
    const words = wordsFor(document.sourceLocale)
    return ok({
      version,
      sources: sourcesSince(then.value?.document ?? null, document, words).map(
        ({ unit, kind, extent, pieces }) => ({ unit, kind, extent, pieces: [...pieces] }),
      ),
    })
  },
  'translation.review': ({ id, locale }, { library }) => {
    const stored = library.open(id)
    if (!stored.ok) return stored
    const { document, translations } = stored.value
    if (!document.locales.includes(locale)) return fail('LOCALE_UNKNOWN', { locale })
    const facts = factsById(document.facts)
    const read = (content: Content, tag: string): string =>
      readContent(content, facts, tag, wordsFor(tag))
    const words = wordReader(facts, locale, wordsFor(locale))
    const changes = reviewChanges(stateOf(document, translations), locale, words)
    return ok({
      changes: changes.map(({ unit, translation, before, pieces }) => ({
        unit: unit.unit.id,
        source: read(unit.unit.content, document.sourceLocale),
        before: read(before, locale),
        after: read(translation.content, locale),
        pieces: [...pieces],
        state: translation.state,
        by: translation.by ?? null,
        changedAt: translation.changedAt,
      })),
    })
  },
}
