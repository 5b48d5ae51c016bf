import { join, resolve } from 'node:path'
import { AUDIENCES } from '../../../model/document/audience.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { DECISIONS, type Decision, type Decisions } from '../../../model/releases/decision.ts'
import { PUBLISHED_FORMATS, type LeftOut } from '../../../model/releases/manifest.ts'
import { blocked, leaked } from '../blocked.ts'
import type { Command, Invocation } from '../command.ts'
import { choice, idOf, localeOf, pdfChoice, valueOf } from '../option.ts'

/** The value of each, or the first failure. */
function all<T>(results: readonly Result<T>[]): Result<T[]> {
  const values: T[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}

/** `nl=REASON`. */
function leftOut(text: string): Result<LeftOut> {
  const [tag = '', ...reason] = text.split('=')
  const locale = localeOf(tag)
  return locale.ok ? ok({ locale: locale.value, reason: reason.join('=') }) : locale
}

/** The locales that were named, or all of them, without those to leave out; empty: all of them. */
async function without(
  { call }: Invocation,
  id: string,
  named: readonly string[],
  left: readonly LeftOut[],
): Promise<Result<string[]>> {
  if (left.length === 0) return ok([...named])
  const opened = await call('postmortem.open', { id })
  if (!opened.ok) return opened
  const { sourceLocale, locales } = opened.value.document
  const all = [sourceLocale, ...locales]
  const unknown = left.find(({ locale }) => !all.includes(locale))
  if (unknown) return fail('LOCALE_UNKNOWN', { locale: unknown.locale })
  return ok(
    (named.length > 0 ? [...named] : all).filter(
      (one) => !left.some(({ locale }) => locale === one),
    ),
  )
}

const decisionsIn = ({ options }: Invocation): Decisions =>
  Object.fromEntries(
    DECISIONS.flatMap((decision) =>
      (options.get(decision) ?? []).map((key): [string, Decision] => [key, decision]),
    ),
  )

export const publishCommand: Command = {
  synopsis: [
    'publish ID --out DIR [--locale TAG]… [--leave TAG=REASON]… [--format html|pdf|docx]… [--audience NAME]',
    '  [--typographic KEY]… [--correction KEY]… [--changes] [--site] [--paper a4|letter] [--archive]',
  ],
  takes: ['ID'],
  options: [
    ...(['out', 'locale', 'leave', 'format', 'audience'] as const),
    ...(['typographic', 'correction', 'changes', 'site', 'paper', 'archive'] as const),
  ],
  needs: ['out'],
  async run(invocation) {
    const { options, args, call, job } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const locales = all((options.get('locale') ?? []).map(localeOf))
    if (!locales.ok) return locales
    const left = all((options.get('leave') ?? []).map(leftOut))
    if (!left.ok) return left
    const chosen = await without(invocation, id.value, locales.value, left.value)
    if (!chosen.ok) return chosen
    const named = options.get('format') ?? []
    const formats = all(named.map((one) => choice(invocation, 'format', one, PUBLISHED_FORMATS)))
    if (!formats.ok) return formats
    const circle = valueOf(invocation, 'audience') ?? 'public'
    const audience = choice(invocation, 'audience', circle, AUDIENCES)
    if (!audience.ok) return audience
    const pdf = pdfChoice(invocation)
    if (!pdf.ok) return pdf
    const published = await call('publish.run', {
      id: id.value,
      audience: audience.value,
      ...(chosen.value.length > 0 ? { locales: chosen.value } : {}),
      left: left.value,
      decisions: decisionsIn(invocation),
      changes: options.has('changes'),
      pdf: pdf.value,
      site: options.has('site'),
      ...(formats.value.length > 0 ? { formats: formats.value } : {}),
      path: resolve(valueOf(invocation, 'out') ?? ''),
      job,
    })
    if (published.ok) {
      const { path, files } = published.value
      return ok({
        data: published.value,
        lines: files.map(({ file }) => join(path ?? '', file)),
      })
    }
    const { code } = published.error
    if (code === 'LEAK_FOUND' || code === 'RELEASE_UNDECIDED') return leaked(published.error)
    if (published.error.code !== 'PUBLISH_BLOCKED') return published
    const what = { id: id.value, audience: audience.value, locales: chosen.value }
    return blocked(invocation, what, published.error)
  },
}
