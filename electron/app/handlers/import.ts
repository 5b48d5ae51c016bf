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
import { LARGEST_FILE, type SourceFile } from '../../exchange/decode.ts'
import { isReturned, RETURNED_EXTENSIONS } from '../../exchange/bilingual/read.ts'
import { readDocument } from '../../exchange/read.ts'
import type { StoredPostmortem } from '../../store/library.ts'
import type { CallContext, HandlersOf } from '../context.ts'
import { takeReturned } from '../exchange.ts'
import { teller } from '../progress.ts'
import { saveChanges } from '../saving.ts'
import { readBytes } from '../file.ts'
import { takePictures } from '../pictures.ts'
import { localesOf } from '../view.ts'

const EXTENSIONS: readonly string[] = ['md', 'markdown', 'txt']
const TRANSLATIONS: readonly string[] = [...EXTENSIONS, ...RETURNED_EXTENSIONS]

interface Source {
  readonly path: string
  readonly file: SourceFile
}

/** The file that the caller named or the person chose; null where they closed the dialog. */
async function sourceOf(
  path: string | undefined,
  { ports }: CallContext,
  extensions: readonly string[],
): Promise<Result<Source | null>> {
  const chosen = path ?? (await ports.dialogs.open({ extensions }))
  if (chosen === null) return ok(null)
  const bytes = await readBytes(chosen, LARGEST_FILE)
  return bytes.ok
    ? ok({ path: chosen, file: { name: basename(chosen), bytes: bytes.value } })
    : bytes
}

/** A file as a document, with the images that lie beside it; `left` are the addresses of those that were not taken. */
async function readWhole(
  { path, file }: Source,
  locale: string,
  { library }: CallContext,
): Promise<Result<{ document: Postmortem; left: string[] }>> {
  const wanted = new Set<string>()
  const bare = readDocument(file, locale, (address) => void wanted.add(address))
  if (!bare.ok) return bare
  if (wanted.size === 0) return ok({ document: bare.value, left: [] })
  const pictures = await takePictures(path, wanted, library)
  if (!pictures.ok) return pictures
  const { taken, left } = pictures.value
  const document = readDocument(file, locale, (address) => taken.get(address))
  return document.ok ? ok({ document: document.value, left }) : document
}

/** Any picture, for a text of which only the words are taken. */
const ANY = { id: '0'.repeat(64), type: 'image/png', bytes: 1, width: 1, height: 1 } as const

/** A file as a translation: where the source has figures, its pictures stand for theirs. */
function readWords({ file }: Source, locale: string, source: Postmortem): Result<Postmortem> {
  const hasFigures = source.sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'figure'),
  )
  return readDocument(file, locale, () => (hasFigures ? ANY : undefined))
}

/** The locale of this computer, where nobody has said in which one a file is. */
const systemLocale = (): string =>
  canonicalLocale(new Intl.DateTimeFormat().resolvedOptions().locale) ?? 'und'

/** Whether somebody wrote a translation here or stands by it. */
const isKept = ({ origin, state, content }: Translation): boolean =>
  !isBlank(content) && (origin === 'human' || state === 'reviewed' || state === 'approved')

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
    if (old !== undefined && isKept(old) && !same) kept++
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
    const source = await sourceOf(path, context, EXTENSIONS)
    if (!source.ok) return source
    if (source.value === null) return ok({ id: null, left: [] })
    const whole = await readWhole(source.value, locale ?? systemLocale(), context)
    if (!whole.ok) return whole
    const { document, left } = whole.value
    const created = context.library.create(document, [])
    if (!created.ok) return created
    context.events.emit('library.changed', {})
    return ok({ id: document.id, left })
  },
  /**
   * Brings a file in as the translation of a postmortem, and the locale with it. Aligned units become `translated`,
   * origin `imported`; a text that a person wrote or changed here stays, and the report counts it. LOCALE_TAKEN where
   * it is the source's own locale.
   */
  'import.translation': async ({ path, id, locale, job }, context) => {
    const { library, ports, jobs, events } = context
    const before = library.open(id)
    if (!before.ok) return before
    if (localesOf(before.value.document)[0] === locale) return fail('LOCALE_TAKEN', { locale })
    const source = await sourceOf(path, context, TRANSLATIONS)
    if (!source.ok) return source
    if (source.value === null) return ok({ report: null, exchange: null })
    if (isReturned(source.value.file.name)) {
      const { file } = source.value
      const tell = teller(job, events)
      const wanted = { id, locale }
      const taken = await jobs.run(job, (signal) =>
        takeReturned(file, context, signal, tell, wanted),
      )
      return taken.ok ? ok({ report: null, exchange: taken.value }) : taken
    }
    const target = readWords(source.value, locale, before.value.document)
    if (!target.ok) return target
    // Read again: a dialog may have stood open while the person typed.
    const stored = library.open(id)
    if (!stored.ok) return stored
    const { document, revision } = stored.value
    const aligned = align(document, target.value)
    const { changes, report } = outcome(stored.value, aligned, locale, ports.clock().toISOString())
    const saved = saveChanges(context, id, revision, changes)
    return saved.ok ? ok({ report, exchange: null }) : saved
  },
}
