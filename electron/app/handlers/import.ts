import { basename } from 'node:path'
import type { AlignmentReport } from '../../../model/contract/calls.ts'
import type { Change } from '../../../model/document/change.ts'
import { canonicalLocale } from '../../../model/document/locale.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { plainText, isBlank } from '../../../model/document/text.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import { align, type Alignment } from '../../exchange/align.ts'
import { LARGEST_FILE } from '../../exchange/decode.ts'
import { readDocument } from '../../exchange/read.ts'
import type { StoredPostmortem } from '../../store/library.ts'
import type { CallContext, HandlersOf } from '../context.ts'
import { readBytes } from '../file.ts'
import { localesOf } from '../view.ts'

const EXTENSIONS = ['md', 'markdown', 'txt'] as const

/** The file that the caller named or the person chose, read as a document; null where they closed the dialog. */
async function read(
  path: string | undefined,
  locale: string,
  { ports }: CallContext,
): Promise<Result<Postmortem | null>> {
  const file = path ?? (await ports.dialogs.open({ extensions: EXTENSIONS }))
  if (file === null) return ok(null)
  const bytes = await readBytes(file, LARGEST_FILE)
  return bytes.ok ? readDocument({ name: basename(file), bytes: bytes.value }, locale) : bytes
}

/** The locale of this computer, where nobody has said in which one a file is. */
const systemLocale = (): string =>
  canonicalLocale(new Intl.DateTimeFormat().resolvedOptions().locale) ?? 'und'

/** What an alignment changes in the library, and what it did, for the person. */
function outcome(
  { document, translations }: StoredPostmortem,
  { pairs, sourceOnly, targetOnly }: Alignment,
  locale: string,
  changedAt: string,
): { changes: Change[]; report: AlignmentReport } {
  const before = new Map(
    translations.filter((one) => one.locale === locale).map((one) => [one.unit, one]),
  )
  const units = new Map(unitsOf(document).map((unit) => [unit.id, unit.content]))
  const changes: Change[] = []
  let kept = 0
  if (!document.locales.includes(locale))
    changes.push({ type: 'locales.put', locales: [...document.locales, locale] })
  for (const [unit, content] of pairs) {
    const source = units.get(unit)
    if (source === undefined) continue
    const old = before.get(unit)
    const same = old !== undefined && contentHash(old.content) === contentHash(content)
    if (old !== undefined && old.origin === 'human' && !isBlank(old.content) && !same) kept++
    else if (!same || old?.sourceHash !== contentHash(source)) {
      const translation: Translation = {
        unit,
        locale,
        content,
        state: 'translated',
        origin: 'imported',
        sourceHash: contentHash(source),
        changedAt,
      }
      changes.push({ type: 'translation.put', translation })
    }
  }
  const report = {
    aligned: pairs.size,
    kept,
    sourceOnly: sourceOnly.map((unit) => ({ unit, text: plainText(units.get(unit) ?? []) })),
    targetOnly: targetOnly.map((content) => ({ text: plainText(content) })),
  }
  return { changes, report }
}

export const importHandlers: HandlersOf<'import.document' | 'import.translation'> = {
  'import.document': async ({ path, locale }, context) => {
    const document = await read(path, locale ?? systemLocale(), context)
    if (!document.ok) return document
    if (document.value === null) return ok({ id: null })
    const created = context.library.create(document.value, [])
    if (!created.ok) return created
    context.events.emit('library.changed', {})
    return ok({ id: document.value.id })
  },
  /**
   * Brings a file in as the translation of a postmortem, and the locale with it. Aligned units become `translated`,
   * origin `imported`; a text that a person wrote or changed here stays, and the report counts it. LOCALE_TAKEN where
   * it is the source's own locale.
   */
  'import.translation': async ({ path, id, locale }, context) => {
    const { library, events, ports } = context
    const before = library.open(id)
    if (!before.ok) return before
    if (localesOf(before.value.document)[0] === locale) return fail('LOCALE_TAKEN', { locale })
    const target = await read(path, locale, context)
    if (!target.ok) return target
    if (target.value === null) return ok({ report: null })
    // Read again: a dialog may have stood open while the person typed.
    const stored = library.open(id)
    if (!stored.ok) return stored
    const { document, revision } = stored.value
    const aligned = align(document, target.value)
    const { changes, report } = outcome(stored.value, aligned, locale, ports.clock().toISOString())
    const saved = library.save(id, revision, changes)
    if (!saved.ok) return saved
    events.emit('library.changed', {})
    if (changes.length > 0)
      events.emit('postmortem.changed', { id, revision: saved.value.revision })
    return ok({ report })
  },
}
