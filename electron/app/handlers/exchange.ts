import { Buffer } from 'node:buffer'
import { basename } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import { fail, ok, Refusal } from '../../../model/errors/result.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import type { Outgoing } from '../../exchange/bilingual/bilingual.ts'
import { outgoing } from '../../exchange/bilingual/outgoing.ts'
import { LARGEST_FILE } from '../../exchange/decode.ts'
import { writeDocx } from '../../exchange/docx/write.ts'
import { xliffPieces } from '../../exchange/xliff/write.ts'
import { releaseName, withSlug } from '../../publish/release.ts'
import type { HandlersOf } from '../context.ts'
import { takeReturned } from '../exchange.ts'
import { headingsIn } from '../headings.ts'
import { leakGuard } from '../leak-guard.ts'
import { readBytes, writeWhole } from '../file.ts'
import { teller, type Tell } from '../progress.ts'
import { wordsFor } from '../words.ts'

/** Units that are written before others go first. */
const BATCH = 64

/** XLIFF, made a piece at a time. Throws CANCELLED. */
async function xliffOf(texts: Outgoing, signal: AbortSignal, tell: Tell): Promise<Uint8Array> {
  const all: Buffer[] = []
  let piece = ''
  let count = 0
  for (const text of xliffPieces(texts)) {
    piece += text
    if (++count % BATCH !== 0) continue
    all.push(Buffer.from(piece))
    piece = ''
    tell(Math.min(count, texts.units.length), texts.units.length)
    await others()
    if (signal.aborted) throw new Refusal('CANCELLED')
  }
  return new Uint8Array(Buffer.concat([...all, Buffer.from(piece)]))
}

export const exchangeHandlers: HandlersOf<'export.exchange' | 'import.exchange'> = {
  /** One language for translators. What the audience may not see whole stays here; `left` counts it. */
  'export.exchange': async (
    { id, locale, audience, format, comments = false, path, job },
    context,
  ) => {
    const { library, ports, written, jobs, events } = context
    const stored = library.open(id)
    if (!stored.ok) return stored
    const { translations, comments: said } = stored.value
    const document = withSlug(stored.value.document, audience)
    if (locale === document.sourceLocale) return fail('LOCALE_TAKEN', { locale })
    if (!document.locales.includes(locale)) return fail('LOCALE_UNKNOWN', { locale })
    const notes = (comments && format === 'xlf' && said) || []
    const texts = outgoing(document, translations, locale, audience, wordsFor, notes)
    if (texts.units.length === 0) return fail('EXCHANGE_EMPTY')
    const defaultName = releaseName(document, locale, format)
    const file = path ?? (await ports.dialogs.save({ defaultName, extensions: [format] }))
    const left = unitsOf(document).length - texts.units.length
    if (file === null) return ok({ path: null, bytes: 0, units: 0, left })
    return jobs.run(job, async (signal) => {
      const bytes =
        format === 'docx'
          ? await writeDocx(texts, headingsIn(document.sourceLocale, locale, defaultName))
          : await xliffOf(texts, signal, teller(job, events))
      const guard = await leakGuard(stored.value, audience, context, [], notes)
      if (!guard.ok) return guard
      const safe = await guard.value.look(basename(file), bytes)
      if (!safe.ok) return safe
      const done = await writeWhole(file, bytes)
      if (!done.ok) return done
      written.add(file)
      return ok({ path: file, bytes: done.value, units: texts.units.length, left })
    })
  },
  'import.exchange': async ({ path, job }, context) => {
    const bytes = await readBytes(path, LARGEST_FILE)
    if (!bytes.ok) return bytes
    const file = { name: basename(path), bytes: bytes.value }
    const tell = teller(job, context.events)
    return context.jobs.run(job, (signal) => takeReturned(file, context, signal, tell))
  },
}
