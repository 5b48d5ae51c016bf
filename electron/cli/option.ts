import { basename } from 'node:path'
import * as v from 'valibot'
import { AUDIENCES, type Audience } from '../../model/document/audience.ts'
import { IdentifierSchema } from '../../model/document/identifier.ts'
import {
  DEFAULT_FRAGMENT,
  TITLE_LEVELS,
  type FragmentChoice,
} from '../../model/document/fragment.ts'
import { canonicalLocale } from '../../model/document/locale.ts'
import { PAPERS, type PdfChoice } from '../../model/document/paper.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import type { OptionName } from './arguments.ts'
import type { Invocation } from './command.ts'

/** The value of an option; the last one where it stands more than once. */
export const valueOf = ({ options }: Invocation, name: OptionName): string | undefined =>
  options.get(name)?.at(-1)

/** A locale in its canonical form. Errors: LOCALE_INVALID. */
export function localeOf(tag: string): Result<string> {
  const locale = canonicalLocale(tag)
  return locale === undefined ? fail('LOCALE_INVALID', { locale: tag }) : ok(locale)
}

/** The locale that an option names, or undefined where it isn't there. */
export function localeOption(invocation: Invocation, name: OptionName): Result<string | undefined> {
  const tag = valueOf(invocation, name)
  return tag === undefined ? ok(undefined) : localeOf(tag)
}

/** A value out of a closed set. Errors: USAGE, naming the set. */
export function choice<T extends string>(
  { words }: Invocation,
  option: OptionName,
  value: string,
  choices: readonly T[],
): Result<T> {
  const found = choices.find((one) => one === value)
  if (found !== undefined) return ok(found)
  const list = new Intl.ListFormat(words.locale, { type: 'disjunction' }).format(choices)
  return fail('USAGE', { why: words.t('wrong.choice', { option: `--${option}`, value, list }) })
}

/** Whom a file is for; the public where nobody is named. Errors: USAGE. */
export const audienceOption = (invocation: Invocation): Result<Audience> =>
  choice(invocation, 'audience', valueOf(invocation, 'audience') ?? 'public', AUDIENCES)

/** How a PDF is to be made, by `--paper` and `--archive`. Errors: USAGE. */
export function pdfChoice(invocation: Invocation): Result<PdfChoice> {
  const named = valueOf(invocation, 'paper')
  const paper = named === undefined ? ok(undefined) : choice(invocation, 'paper', named, PAPERS)
  if (!paper.ok) return paper
  const archive = invocation.options.has('archive')
  return ok({ ...(paper.value ? { paper: paper.value } : {}), archive })
}

/** Whether a page becomes a piece of another one, by `--fragment` and `--level`. Errors: USAGE. */
export function fragmentChoice(
  invocation: Invocation,
  isPage: boolean,
): Result<FragmentChoice | undefined> {
  const level = valueOf(invocation, 'level')
  const { t } = invocation.words
  if (!invocation.options.has('fragment'))
    return level === undefined
      ? ok(undefined)
      : fail('USAGE', { why: t('wrong.missing', { what: '--fragment', command: 'export' }) })
  const file = valueOf(invocation, 'to') ?? ''
  if (!isPage)
    return fail('USAGE', {
      why: t('wrong.choice', { option: '--to', value: basename(file), list: 'FILE.html' }),
    })
  if (level === undefined) return ok(DEFAULT_FRAGMENT)
  const named = choice(invocation, 'level', level, TITLE_LEVELS.map(String))
  if (!named.ok) return named
  return ok({ level: TITLE_LEVELS.find((one) => String(one) === named.value)! })
}

/** The id of a postmortem. What cannot be an id is one that no postmortem has. */
export const idOf = (text: string): Result<string> =>
  v.is(IdentifierSchema, text) ? ok(text) : fail('POSTMORTEM_UNKNOWN', { id: text })
