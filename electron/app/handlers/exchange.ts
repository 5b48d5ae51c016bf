import { basename } from 'node:path'
import { Buffer } from 'node:buffer'
import { fail, ok } from '../../../model/errors/result.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import { outgoing } from '../../exchange/bilingual/outgoing.ts'
import { LARGEST_FILE } from '../../exchange/decode.ts'
import { writeDocx } from '../../exchange/docx/write.ts'
import { writeXliff } from '../../exchange/xliff/write.ts'
import { releaseName, withSlug } from '../../publish/release.ts'
import type { HandlersOf } from '../context.ts'
import { takeReturned } from '../exchange.ts'
import { headingsIn } from '../headings.ts'
import { leakGuard } from '../leak-guard.ts'
import { readBytes, writeWhole } from '../file.ts'
import { wordsFor } from '../words.ts'

export const exchangeHandlers: HandlersOf<'export.exchange' | 'import.exchange'> = {
  /** One language for translators. What the audience may not see whole stays here; `left` counts it. */
  'export.exchange': async ({ id, locale, audience, format, path }, context) => {
    const { library, ports, written } = context
    const stored = library.open(id)
    if (!stored.ok) return stored
    const { translations } = stored.value
    const document = withSlug(stored.value.document, audience)
    if (locale === document.sourceLocale) return fail('LOCALE_TAKEN', { locale })
    if (!document.locales.includes(locale)) return fail('LOCALE_UNKNOWN', { locale })
    const texts = outgoing(document, translations, locale, audience, wordsFor)
    if (texts.units.length === 0) return fail('EXCHANGE_EMPTY')
    const defaultName = releaseName(document, locale, format)
    const file = path ?? (await ports.dialogs.save({ defaultName, extensions: [format] }))
    const left = unitsOf(document).length - texts.units.length
    if (file === null) return ok({ path: null, bytes: 0, units: 0, left })
    const bytes =
      format === 'docx'
        ? await writeDocx(texts, headingsIn(document.sourceLocale, locale, defaultName))
        : new Uint8Array(Buffer.from(writeXliff(texts)))
    const guard = await leakGuard(stored.value, audience, context)
    if (!guard.ok) return guard
    const safe = await guard.value.look(basename(file), bytes)
    if (!safe.ok) return safe
    const done = await writeWhole(file, bytes)
    if (!done.ok) return done
    written.add(file)
    return ok({ path: file, bytes: done.value, units: texts.units.length, left })
  },
  'import.exchange': async ({ path }, context) => {
    const bytes = await readBytes(path, LARGEST_FILE)
    if (!bytes.ok) return bytes
    return takeReturned({ name: basename(path), bytes: bytes.value }, context)
  },
}
