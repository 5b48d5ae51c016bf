import { Buffer } from 'node:buffer'
import { fail, ok, type Failure, type Result } from '../../../model/errors/result.ts'
import type { Remark } from '../../../model/contract/service.ts'
import type { Audience } from '../../../model/document/audience.ts'
import { stateOf } from '../../../model/document/state.ts'
import { isBlank, type Content } from '../../../model/document/text.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import { stillFitting } from '../../../model/workflow/filling.ts'
import { outgoing } from '../../exchange/bilingual/outgoing.ts'
import type { Outgoing } from '../../exchange/bilingual/bilingual.ts'
import type { StoredPostmortem } from '../../store/library.ts'
import type { CallContext, HandlersOf } from '../context.ts'
import { leakGuard } from '../leak-guard.ts'
import { teller } from '../progress.ts'
import { saveChanges } from '../saving.ts'
import { proofread } from '../service/proof.ts'
import { termsFrom } from '../service/terms.ts'
import {
  charactersOf,
  engineName,
  fill,
  filling,
  openUnits,
  translated,
} from '../service/translate.ts'
import { wordsFor } from '../words.ts'

/** How many texts are proofread at once. */
const ABREAST = 2

interface Leaving {
  readonly stored: StoredPostmortem
  readonly texts: Outgoing
}

/** What may leave of a postmortem for a service, in a language. */
function leaving(
  { library }: CallContext,
  id: string,
  locale: string,
  audience: Audience,
): Result<Leaving> {
  const stored = library.open(id)
  if (!stored.ok) return stored
  const { document, translations } = stored.value
  if (locale !== document.sourceLocale && !document.locales.includes(locale))
    return fail('LOCALE_UNKNOWN', { locale })
  const texts = outgoing(document, translations, locale, audience, wordsFor)
  return ok({ stored: stored.value, texts })
}

/** Looks through what is about to leave with what knows nothing of how it was cut. Errors: LEAK_FOUND. */
async function looked(
  context: CallContext,
  { stored, texts }: Leaving,
  contents: readonly Content[],
  locales: readonly string[],
): Promise<Result<void>> {
  const guard = await leakGuard(stored, texts.audience, context)
  if (!guard.ok) return guard
  const lines = contents.flatMap((content) => locales.map((locale) => texts.read(content, locale)))
  return guard.value.look(texts.postmortem, new Uint8Array(Buffer.from(lines.join('\n'))))
}

const told = ({ code, params }: Failure) => ({ code, params: { ...params } })

export const serviceHandlers: HandlersOf<
  | 'service.get'
  | 'service.setEngine'
  | 'service.setProof'
  | 'engine.count'
  | 'engine.suggest'
  | 'engine.translate'
  | 'proof.check'
> = {
  'service.get': (_, { services }) => services.state(),
  'service.setEngine': ({ engine, key }, { services }) => services.setEngine(engine, key),
  'service.setProof': ({ proof }, { services }) => services.setProof(proof),
  'engine.count': async ({ id, locale }, context) => {
    const state = await context.services.state()
    if (!state.ok) return state
    const { engine } = state.value
    if (engine === null) return fail('SERVICE_UNSET')
    const left = leaving(context, id, locale, engine.audience)
    if (!left.ok) return left
    const units = openUnits(left.value.texts)
    const all = leaving(context, id, locale, 'internal')
    if (!all.ok) return all
    const withheld = openUnits(all.value.texts).length - units.length
    return ok({ texts: units.length, characters: charactersOf(units), withheld })
  },
  'engine.suggest': async ({ id, unit, locale, agreed, job }, context) => {
    const permitted = await context.services.engine(agreed)
    if (!permitted.ok) return permitted
    const { settings, key } = permitted.value
    const left = leaving(context, id, locale, settings.audience)
    if (!left.ok) return left
    const found = left.value.texts.units.find((one) => one.id === unit)
    if (found === undefined) return fail('SERVICE_WITHHELD', { audience: settings.audience })
    const both = [left.value.texts.sourceLocale, locale]
    const safe = await looked(context, left.value, [found.source], both)
    if (!safe.ok) return safe
    const terms = await termsFrom(context.terms)
    if (!terms.ok) return terms
    const { known } = context.services
    return context.jobs.run(job, async (signal) => {
      const asking = { settings, key, signal, known }
      const made = await translated(found.source, left.value.texts, terms.value, asking)
      if (!made.ok) return made
      const { sourceHash } = found
      return ok({ content: made.value, engine: engineName(settings), sourceHash })
    })
  },
  'engine.translate': async ({ id, locale, agreed, save = false, job }, context) => {
    const permitted = await context.services.engine(agreed)
    if (!permitted.ok) return permitted
    const { settings, key } = permitted.value
    const left = leaving(context, id, locale, settings.audience)
    if (!left.ok) return left
    const { texts } = left.value
    if (locale === texts.sourceLocale) return fail('LOCALE_TAKEN', { locale })
    const terms = await termsFrom(context.terms)
    if (!terms.ok) return terms
    const units = openUnits(texts)
    const both = [texts.sourceLocale, locale]
    const safe = await looked(
      context,
      left.value,
      units.map(({ source }) => source),
      both,
    )
    if (!safe.ok) return safe
    const { known } = context.services
    const done = await context.jobs.run(job, (signal) =>
      fill(
        units,
        texts,
        terms.value,
        { settings, key, signal, known },
        teller(job, context.events),
      ),
    )
    const now = context.ports.clock().toISOString()
    const made = filling(units, done.contents, texts, settings, now)
    const stopped = done.stopped && told(done.stopped)
    const refused = [...done.refused]
    if (!save) return ok({ changes: made, refused, stopped })
    // Time went by: what others did meanwhile stays.
    const stored = context.library.open(id)
    if (!stored.ok) return stored
    const { document, translations, revision } = stored.value
    const changes = stillFitting(made, stateOf(document, translations), locale)
    const kept = changes.length === 0 ? ok(undefined) : context.library.keepVersion(id)
    const saved = kept.ok ? saveChanges(context, id, revision, changes) : kept
    return saved.ok ? ok({ changes, refused, stopped }) : saved
  },
  'proof.check': async ({ id, locale, unit, agreed, job }, context) => {
    const permitted = await context.services.proof(agreed)
    if (!permitted.ok) return permitted
    const { settings } = permitted.value
    const left = leaving(context, id, locale, settings.audience)
    if (!left.ok) return left
    const { texts, stored } = left.value
    const isSource = locale === texts.sourceLocale
    const readings = texts.units.flatMap(({ id: of, source, translation }) => {
      const content = isSource ? source : (translation?.content ?? [])
      return isBlank(content) || (unit !== undefined && of !== unit) ? [] : [{ unit: of, content }]
    })
    if (unit !== undefined && readings.length === 0)
      return fail('SERVICE_WITHHELD', { audience: settings.audience })
    const read = readings.map(({ content }) => content)
    const safe = await looked(context, left.value, read, [locale])
    if (!safe.ok) return safe
    const withheld = unit === undefined ? unitsOf(stored.document).length - texts.units.length : 0
    const tell = teller(job, context.events)
    return context.jobs.run(job, async (signal) => {
      const found = new Map<string, readonly Remark[]>()
      const queue = [...readings]
      let failure: Failure | null = null
      tell(0, readings.length)
      const work = async (): Promise<void> => {
        for (let one = queue.shift(); one !== undefined && !failure; one = queue.shift()) {
          const remarks = await proofread(
            one,
            locale,
            (node) => texts.read(node, locale),
            settings,
            signal,
          )
          if (!remarks.ok) {
            failure ??= remarks.error
            return
          }
          found.set(one.unit, remarks.value)
          tell(found.size, readings.length)
        }
      }
      await Promise.all(Array.from({ length: ABREAST }, work))
      const remarks = readings.flatMap((one) => found.get(one.unit) ?? [])
      return ok({ remarks, checked: found.size, withheld, stopped: failure && told(failure) })
    })
  },
}
