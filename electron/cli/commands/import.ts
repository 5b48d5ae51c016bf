import { extname, resolve } from 'node:path'
import type { AlignmentReport } from '../../../model/contract/calls.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { Command, Invocation, Outcome } from '../command.ts'
import { exchangeLines } from '../exchange-report.ts'
import { idOf, localeOf, localeOption, valueOf } from '../option.ts'
import type { Words } from '../words.ts'

function reportLines({ aligned, kept, sourceOnly, targetOnly }: AlignmentReport, { t }: Words) {
  const texts = (list: readonly { readonly text: string }[]) =>
    list.map(({ text }) => `  ${text.replaceAll('\n', ' ')}`)
  return [
    t('report.aligned', { count: aligned }),
    ...(kept > 0 ? [t('report.kept', { count: kept })] : []),
    ...(sourceOnly.length > 0 ? [t('report.sourceOnly', { count: sourceOnly.length })] : []),
    ...texts(sourceOnly),
    ...(targetOnly.length > 0 ? [t('report.targetOnly', { count: targetOnly.length })] : []),
    ...texts(targetOnly),
  ]
}

async function importDocument(invocation: Invocation, path: string): Promise<Result<Outcome>> {
  const { call, words, system, say } = invocation
  const named = localeOption(invocation, 'locale')
  if (!named.ok) return named
  const locale = named.value ?? system
  const imported = await call('import.document', { path, locale })
  if (!imported.ok) return imported
  if (named.value === undefined) say(words.t('import.locale', { locale }))
  for (const file of imported.value.left) say(words.t('import.left', { file }))
  return ok({ data: imported.value, lines: [imported.value.id ?? ''] })
}

async function importTranslation(
  { call, words, job }: Invocation,
  path: string,
  tag: string,
  of: string,
): Promise<Result<Outcome>> {
  const locale = localeOf(tag)
  if (!locale.ok) return locale
  const id = idOf(of)
  if (!id.ok) return id
  const imported = await call('import.translation', {
    path,
    id: id.value,
    locale: locale.value,
    job,
  })
  if (!imported.ok) return imported
  const { report, exchange } = imported.value
  if (exchange !== null) return ok({ data: exchange, lines: exchangeLines(exchange, words) })
  return ok({ data: report, lines: report === null ? [] : reportLines(report, words) })
}

const RETURNED = new Set(['.xlf', '.xliff', '.docx'])

/** What came back from translators: the file says itself which postmortem and which language it is. */
async function importReturned(
  { call, words, job }: Invocation,
  path: string,
): Promise<Result<Outcome>> {
  const imported = await call('import.exchange', { path, job })
  if (!imported.ok) return imported
  return ok({ data: imported.value, lines: exchangeLines(imported.value, words) })
}

export const importCommand: Command = {
  synopsis: [
    'import FILE [--locale TAG]',
    'import FILE --as TAG --of ID',
    'import FILE.xlf|FILE.docx',
  ],
  takes: ['FILE'],
  options: ['locale', 'as', 'of'],
  makesLibrary: true,
  async run(invocation) {
    const { words, args } = invocation
    const path = resolve(args[0]!)
    const as = valueOf(invocation, 'as')
    const of = valueOf(invocation, 'of')
    const bare = as === undefined && of === undefined && valueOf(invocation, 'locale') === undefined
    if (bare && RETURNED.has(extname(path).toLowerCase())) return importReturned(invocation, path)
    if (as === undefined && of === undefined) return importDocument(invocation, path)
    if (as === undefined || of === undefined || valueOf(invocation, 'locale') !== undefined)
      return fail('USAGE', { why: words.t('wrong.translation') })
    return importTranslation(invocation, path, as, of)
  },
}
