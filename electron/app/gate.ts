import { publicationWords } from '../../locales/publication-words.ts'
import type { Problem } from '../../model/checks/problem.ts'
import { runChecks } from '../../model/checks/run.ts'
import type { Audience } from '../../model/document/audience.ts'
import { stateOf } from '../../model/document/state.ts'
import type { StoredPostmortem } from '../store/library.ts'

interface Scope {
  readonly locale?: string | undefined
  readonly audience?: Audience | undefined
}

/** Every problem of a postmortem, in one locale or all, for one audience or the whole. */
export const problemsOf = (
  { document, translations, comments }: StoredPostmortem,
  scope: Scope,
): Problem[] =>
  runChecks(stateOf(document, translations, comments), {
    ...scope,
    labelled: (locale) => publicationWords(locale) !== undefined,
  })

/**
 * What stops a release of these locales for this audience: every error of the whole (no title, no section) and of
 * these locales (a text that is not translated, a fact that does not exist or must not be seen, no publication
 * words). Warnings, as a translation that went stale or an entry without a word, do not stop it, nor do errors of
 * locales that are left out.
 */
export const blockersOfRelease = (
  stored: StoredPostmortem,
  locales: readonly string[],
  audience: Audience,
): Problem[] =>
  problemsOf(stored, { audience }).filter(
    ({ severity, locale }) => severity === 'error' && (locale === null || locales.includes(locale)),
  )

/**
 * What stops a single page from being written. It may be a draft that goes round, so an unfinished document is no
 * reason; but a page that speaks another language halfway can be mistaken for the real one, so for anyone outside
 * the house every text must be translated. For the audience `internal` nothing stops it.
 */
export const blockersOfPage = (
  stored: StoredPostmortem,
  locale: string,
  audience: Audience,
): Problem[] =>
  audience === 'internal'
    ? []
    : problemsOf(stored, { audience, locale }).filter(({ rule }) => rule === 'untranslated')
