import type { Content } from '../../../model/document/text.ts'
import { stateOf } from '../../../model/document/state.ts'
import { ok } from '../../../model/errors/result.ts'
import { propagating, repetitionsOf } from '../../../model/memory/repetitions.ts'
import { LEAST_SCORE } from '../../../model/memory/score.ts'
import { contentHash } from '../../../model/units/hash.ts'
import type { HandlersOf } from '../context.ts'
import { concordance } from '../memory/concordance.ts'
import { exportTmx, forget, importTmx } from '../memory/files.ts'
import { lookUp } from '../memory/lookup.ts'
import { pretranslating } from '../memory/pretranslate.ts'
import { teller } from '../progress.ts'
import { saveChanges } from '../saving.ts'

const LIMIT = 10
const MOST_FOUND = 100

const textOf = (text: string): Content => [{ type: 'text', value: text }]

export const memoryHandlers: HandlersOf<
  | 'memory.lookup'
  | 'memory.concordance'
  | 'memory.repetitions'
  | 'memory.pretranslate'
  | 'memory.import'
  | 'memory.export'
  | 'memory.files'
  | 'memory.forget'
> = {
  'memory.lookup': async (input, { library, memory: tools }) => {
    const { least = LEAST_SCORE, limit = LIMIT } = input
    const asked = { least, limit, sentences: true }
    if (!('id' in input)) {
      const { text, from, to } = input
      const nowhere = { own: null, unit: '', previous: '', next: '' }
      const sides = { source: textOf(text), sourceLocale: from, targetLocale: to }
      return lookUp({ ...asked, ...nowhere, ...sides }, tools)
    }
    const { id, unit, locale } = input
    const place = library.memory.unit(id, unit)
    if (!place.ok) return place
    // It is not saved yet, or gone.
    if (place.value === null) return ok({ matches: [], sentences: [] })
    const { content, previous, next, locale: sourceLocale } = place.value
    const own = { postmortem: id, sourceHash: contentHash(content) }
    const sides = { source: content, sourceLocale, targetLocale: locale }
    return lookUp({ ...asked, own, unit, previous, next, ...sides }, tools)
  },
  'memory.repetitions': ({ id, unit, locale }, { library, ports }) => {
    const stored = library.open(id)
    if (!stored.ok) return stored
    const { document, translations } = stored.value
    const state = stateOf(document, translations)
    const translation = state.translations.get(locale)?.get(unit)
    if (translation === undefined) return ok({ open: [], kept: [] })
    const { open, kept } = repetitionsOf(state, locale, unit)
    const now = ports.clock().toISOString()
    return ok({
      open: propagating(translation, open, now),
      kept: propagating(translation, kept, now),
    })
  },
  'memory.concordance': ({ text, side, from, to, limit = MOST_FOUND, job }, { library, jobs }) =>
    jobs.run(job, (signal) => concordance({ text, side, from, to, limit }, library.memory, signal)),
  'memory.pretranslate': ({ id, locale, least, save = false, job }, context) =>
    context.jobs.run(job, async (signal) => {
      const { library, ports, memory: tools } = context
      const stored = library.open(id)
      if (!stored.ok) return stored
      const now = ports.clock().toISOString()
      const tell = teller(job, context.events)
      const made = await pretranslating(stored.value, locale, least, tools, now, signal, tell)
      if (!made.ok) return made
      const saved = save ? saveChanges(context, id, stored.value.revision, made.value) : made
      return saved.ok ? ok({ changes: made.value }) : saved
    }),
  'memory.import': async ({ path, job }, context) => {
    const { library, ports, jobs } = context
    const file = path ?? (await ports.dialogs.open({ extensions: ['tmx'] }))
    if (file === null) return ok({ report: null })
    const now = ports.clock().toISOString()
    return jobs.run(job, async (signal) => {
      const report = await importTmx(file, library.memory, now, signal, teller(job, context.events))
      return report.ok ? ok({ report: report.value }) : report
    })
  },
  'memory.export': async ({ path, sides = null, audience = 'public', job }, context) => {
    const { library, ports, jobs, written } = context
    const asked = { defaultName: 'memory.tmx', extensions: ['tmx'] }
    const file = path ?? (await ports.dialogs.save(asked))
    if (file === null) return ok({ path: null, units: 0, left: 0 })
    return jobs.run(job, async (signal) => {
      const tell = teller(job, context.events)
      const what = { sides, audience }
      const done = await exportTmx(file, what, library, ports.version, signal, tell)
      if (!done.ok) return done
      written.add(file)
      return ok({ path: file, ...done.value })
    })
  },
  'memory.files': (_, { library }) => {
    const files = library.memory.files()
    return files.ok ? ok({ files: files.value }) : files
  },
  'memory.forget': async ({ file, job }, { library, jobs }) => {
    const forgotten = await jobs.run(job, () => forget(file, library.memory))
    return forgotten.ok ? ok({}) : forgotten
  },
}
