import { TERM_FORMATS } from '../../../model/contract/terms.ts'
import { newId } from '../../../model/document/identifier.ts'
import { fail, ok } from '../../../model/errors/result.ts'
import { inOrder, matches } from '../../../model/terms/listing.ts'
import type { Termbase } from '../../../model/terms/termbase.ts'
import type { ConceptChange } from '../../store/terms.ts'
import type { HandlersOf } from '../context.ts'
import { teller } from '../progress.ts'
import { readTerms, writeTerms } from '../terms/files.ts'
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

/** What stands between cells where a comma stands in numbers, as spreadsheet programs expect it there. */
function delimiterIn(locale: string): ',' | ';' {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ','
}

export const termHandlers: HandlersOf<
  'terms.list' | 'terms.change' | 'terms.find' | 'terms.import' | 'terms.takeBack' | 'terms.export'
> = {
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
  'terms.import': async ({ path, job }, { library, terms, ports, jobs, events }) => {
    const file =
      path ?? (await ports.dialogs.open({ extensions: ['tbx', 'xml', 'csv', 'tsv', 'txt'] }))
    if (file === null) return ok({ report: null })
    return jobs.run(job, async (signal) => {
      const base = await terms.base()
      if (!base.ok) return base
      const merged = await readTerms(file, base.value, signal, teller(job, events))
      if (!merged.ok) return merged
      const made = merged.value.changes().map((now) => ({ id: now.id, now }))
      const changed = library.terms.change(made)
      if (!changed.ok) return changed
      if (made.length > 0) events.emit('terms.changed', {})
      const id = newId()
      terms.keepImport({ id, made, back: changed.value })
      return ok({ report: { id, ...merged.value.report() } })
    })
  },
  'terms.takeBack': async ({ import: id }, { library, terms, events }) => {
    const base = await terms.base()
    if (!base.ok) return base
    const last = terms.lastImport(id)
    if (last === undefined) return fail('TERM_UNKNOWN', { term: id })
    const written = new Map(last.made.map((change) => [change.id, JSON.stringify(change.now)]))
    // What somebody changed since is theirs.
    const back = last.back.filter(
      (change) => JSON.stringify(base.value.concepts.get(change.id)) === written.get(change.id),
    )
    const changed = library.terms.change(back)
    if (!changed.ok) return changed
    if (back.length > 0) events.emit('terms.changed', {})
    terms.keepImport(null)
    return ok({ kept: last.back.length - back.length })
  },
  'terms.export': async (
    { path, format, locale, audience = 'public', notes = false, job },
    context,
  ) => {
    const { library, terms, ports, jobs, events, written } = context
    const wanted = format ?? 'tbx'
    const asked = { defaultName: `terms.${wanted}`, extensions: [wanted] }
    const file = path ?? (await ports.dialogs.save(asked))
    if (file === null) return ok({ path: null, concepts: 0, left: [] })
    const name = format ?? TERM_FORMATS.find((one) => file.toLowerCase().endsWith(`.${one}`))
    if (name === undefined) return fail('FORMAT_UNKNOWN', { file })
    const settings = library.settings()
    if (!settings.ok) return settings
    const delimiter = delimiterIn(settings.value.interfaceLocale ?? 'en')
    return jobs.run(job, async (signal) => {
      const base = await terms.base()
      if (!base.ok) return base
      const all = [...base.value.concepts.values()].filter((concept) =>
        matches(concept, { text: '', locale: locale ?? null, status: null }),
      )
      const how = name === 'tbx' ? { name } : { name, delimiter }
      const tell = teller(job, events)
      const house = { readers: { audience, notes }, library, version: ports.version }
      const done = await writeTerms(file, how, all, house, signal, tell)
      if (!done.ok) return done
      written.add(file)
      return ok({ path: file, concepts: done.value.concepts, left: [...done.value.left] })
    })
  },
}
