import type { ExchangeReport } from '../../model/contract/exchange.ts'
import type { Change } from '../../model/document/change.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import type { Returned } from '../exchange/bilingual/bilingual.ts'
import { merging } from '../exchange/bilingual/merge.ts'
import { readReturned } from '../exchange/bilingual/read.ts'
import type { SourceFile } from '../exchange/decode.ts'
import type { StoredPostmortem } from '../store/library.ts'
import type { CallContext } from './context.ts'
import { inPieces, saveInPieces, type Say } from './pieces.ts'
import type { Tell } from './progress.ts'

/** What the window has open: a file for anything else is not for it. */
export interface Wanted {
  readonly id: string
  readonly locale: string
}

/** The part of a file that is about a postmortem of this library. EXCHANGE_FOREIGN, EXCHANGE_OTHER. */
function choose(
  files: readonly Returned[],
  name: string,
  wanted: Wanted | undefined,
  { library }: CallContext,
): Result<Returned> {
  const first = files[0]
  const found = files.find(({ postmortem }) => library.open(postmortem).ok)
  if (found === undefined)
    return fail('EXCHANGE_FOREIGN', { file: name, id: first?.postmortem.slice(0, 80) ?? '' })
  const { locale } = found
  if (locale === '') return fail('EXCHANGE_NO_LOCALE', { file: name })
  if (wanted && (wanted.id !== found.postmortem || wanted.locale !== locale))
    return fail('EXCHANGE_OTHER', { file: name, locale })
  return ok(found)
}

/** What takes a change of an import back: the translation, the comments and the languages as they were. */
function backTo({ document, translations }: StoredPostmortem): (change: Change) => Change[] {
  const before = new Map(translations.map((one) => [`${one.locale} ${one.unit}`, one]))
  return (change) => {
    if (change.type === 'locales.put')
      return [{ type: 'locales.put', locales: [...document.locales] }]
    if (change.type === 'comment.put')
      return [{ type: 'comment.remove', comment: change.comment.id }]
    if (change.type !== 'translation.put') return []
    const { unit, locale } = change.translation
    const old = before.get(`${locale} ${unit}`)
    return [
      old === undefined
        ? { type: 'translation.remove', unit, locale }
        : { type: 'translation.put', translation: old },
    ]
  }
}

/** What somebody else wrote while the file came in is kept and not taken. */
const withKept = (first: ExchangeReport, { kept }: ExchangeReport): ExchangeReport => ({
  ...first,
  kept,
  taken: first.taken - (kept.length - first.kept.length),
})

/** How often somebody else may save while a file comes in, before it is given up. */
const MOST_CONFLICTS = 5

/** Where the pieces of an import begin, of the whole. */
const [MERGING, SAVING] = [0.3, 0.4] as const

/**
 * Takes over what came back from translators, as `mergeReturned` says it, with a version before it, a piece at a time: all of it, or
 * nothing where somebody stops it. Where somebody else saves in between, what is left is merged anew: what is taken already says
 * nothing new. Errors: those of reading the file, EXCHANGE_FOREIGN, EXCHANGE_OTHER, CANCELLED, LOCALE_TAKEN where a file
 * translates into the source's own language.
 */
export async function takeReturned(
  file: SourceFile,
  context: CallContext,
  signal: AbortSignal,
  tell: Tell,
  wanted?: Wanted,
): Promise<Result<ExchangeReport>> {
  const say =
    (from: number, to: number): Say =>
    (share) =>
      tell(Math.round(100 * (from + (to - from) * share)), 100)
  const read = await readReturned(file, (steps) => inPieces(steps, signal, say(0, MERGING)))
  if (!read.ok) return read
  const chosen = choose(read.value.files, file.name, wanted, context)
  if (!chosen.ok) return chosen
  const { locale, sourceLocale, postmortem } = chosen.value
  let report: ExchangeReport | undefined
  for (let tries = 0; ; tries++) {
    const stored = context.library.open(postmortem)
    if (!stored.ok) return stored
    const { document, translations, comments, revision } = stored.value
    if (locale === document.sourceLocale) return fail('LOCALE_TAKEN', { locale })
    if (sourceLocale !== document.sourceLocale)
      return fail('EXCHANGE_OTHER', { file: file.name, locale: sourceLocale })
    const now = context.ports.clock().toISOString()
    const { normal } = read.value
    const merged = await inPieces(
      merging(document, translations, chosen.value, now, normal, comments),
      signal,
      say(MERGING, SAVING),
    )
    report = report === undefined ? merged.report : withKept(report, merged.report)
    if (merged.changes.length > 0 && tries === 0) {
      const kept = context.library.keepVersion(document.id)
      if (!kept.ok) return kept
    }
    const saved = await saveInPieces(
      context,
      document.id,
      revision,
      merged.changes,
      backTo(stored.value),
      signal,
      say(SAVING, 1),
    )
    if (saved.ok) return ok(report)
    if (saved.error.code !== 'REVISION_CONFLICT' || tries === MOST_CONFLICTS) return saved
  }
}
