import type { ExchangeReport } from '../../model/contract/exchange.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import type { Returned } from '../exchange/bilingual/bilingual.ts'
import { mergeReturned } from '../exchange/bilingual/merge.ts'
import { readReturned } from '../exchange/bilingual/read.ts'
import type { SourceFile } from '../exchange/decode.ts'
import type { CallContext } from './context.ts'
import { saveChanges } from './saving.ts'

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

/**
 * Takes over what came back from translators, as `mergeReturned` says it, in one save with a version before it. Errors:
 * those of reading the file, EXCHANGE_FOREIGN, EXCHANGE_OTHER, LOCALE_TAKEN where a file translates into the source's
 * own language.
 */
export async function takeReturned(
  file: SourceFile,
  context: CallContext,
  wanted?: Wanted,
): Promise<Result<ExchangeReport>> {
  const read = await readReturned(file)
  if (!read.ok) return read
  const chosen = choose(read.value.files, file.name, wanted, context)
  if (!chosen.ok) return chosen
  const stored = context.library.open(chosen.value.postmortem)
  if (!stored.ok) return stored
  const { document, translations, revision } = stored.value
  const { locale, sourceLocale } = chosen.value
  if (locale === document.sourceLocale) return fail('LOCALE_TAKEN', { locale })
  if (sourceLocale !== document.sourceLocale)
    return fail('EXCHANGE_OTHER', { file: file.name, locale: sourceLocale })
  const now = context.ports.clock().toISOString()
  const merged = mergeReturned(document, translations, chosen.value, now, read.value.normal)
  if (merged.changes.length > 0) {
    const kept = context.library.keepVersion(document.id)
    if (!kept.ok) return kept
  }
  const saved = saveChanges(context, document.id, revision, merged.changes)
  return saved.ok ? ok(merged.report) : saved
}
