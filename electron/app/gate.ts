import { publicationWords } from '../../locales/publication-words.ts'
import { textLanguage } from '../../locales/text-language.ts'
import type { Problem } from '../../model/checks/problem.ts'
import { inReadingOrder, runChecks } from '../../model/checks/run.ts'
import { subjectOf, targetsOf } from '../../model/checks/subject.ts'
import { checkMemory } from '../../model/checks/translation/memory.ts'
import { isSilent, pairOf, type Finding, type Pair } from '../../model/checks/translation/pair.ts'
import { forbiddenTerms, qualityOf, type Quality } from '../../model/checks/translation/problems.ts'
import type { Ignored } from '../../model/checks/translation/ignored.ts'
import type { TermMemory } from '../../model/checks/translation/term-memory.ts'
import type { Audience } from '../../model/document/audience.ts'
import { stateOf } from '../../model/document/state.ts'
import type { OwnWords } from '../../model/publication/own-words.ts'
import type { CheckState } from '../store/checks.ts'
import type { StoredPostmortem } from '../store/library.ts'

/** A library of many translations is looked at after every save of one text; with fewer, a long one would push itself out. */
const { check } = checkMemory(100_000)

const labelledBy =
  (own: OwnWords) =>
  (locale: string): boolean =>
    publicationWords(locale, own) !== undefined

interface Scope {
  readonly locale?: string | readonly string[] | undefined
  readonly audience?: Audience | undefined
}

/**
 * Looks at every translation of a postmortem once, text by text, so that others can be heard in between. What was looked at is
 * remembered: the whole is quick afterwards. Each step says how much is done, from 0 to 1.
 */
export function* lookThrough(
  { document, translations, comments }: StoredPostmortem,
  scope: Scope,
  own: OwnWords,
): Generator<number, void> {
  const subject = subjectOf(stateOf(document, translations, comments), {
    ...scope,
    labelled: labelledBy(own),
  })
  const from = textLanguage(document.sourceLocale)
  const locales = targetsOf(subject)
  for (const [at, locale] of locales.entries()) {
    const to = textLanguage(locale)
    const there = subject.whole.translations.get(locale)
    for (const [index, { id, content }] of subject.units.entries()) {
      const translation = there?.get(id)
      if (translation === undefined || isSilent(translation.content)) continue
      check(pairOf(subject.whole.texts.get(id) ?? content, translation.content, from, to))
      yield (at + index / subject.units.length) / locales.length
    }
  }
}

/** What is wrong and suspicious about a postmortem, in one locale or all, for one audience or the whole. */
export function qualityOfPostmortem(
  { document, translations, comments }: StoredPostmortem,
  { settings, ignored }: CheckState,
  scope: Scope,
  terms: TermMemory,
  own: OwnWords,
): Quality {
  const state = stateOf(document, translations, comments)
  const options = { ...scope, labelled: labelledBy(own) }
  const subject = subjectOf(state, options)
  const checkAll = (pair: Pair): readonly Finding[] => [...check(pair), ...terms.check(pair)]
  const quality = qualityOf(subject, { settings, ignored, language: textLanguage, check: checkAll })
  const forbidden = forbiddenTerms(subject, { settings, ignored }, terms)
  return {
    problems: inReadingOrder(
      [...runChecks(state, options), ...forbidden.problems, ...quality.problems],
      subject,
    ),
    ignored: [...forbidden.ignored, ...quality.ignored],
  }
}

/** What stands against a release, and what would if nobody had set it aside. */
export interface ReleaseGate {
  readonly blockers: readonly Problem[]
  /** By whom and why; a rule once for each text. */
  readonly asides: readonly Ignored[]
}

/**
 * What stops a release of these locales for this audience: every error of the whole (no title, no section) and of
 * these locales (a text that is not translated, a fact that does not exist or must not be seen, no publication
 * words, a translation that nobody confirmed, a problem that this library takes for an error). Warnings, as a
 * translation that went stale or an entry without a word, do not stop it, nor do errors of locales that are left
 * out, nor what somebody set aside with a reason: that is told, so that the release keeps it.
 */
export function releaseGate(
  stored: StoredPostmortem,
  checks: CheckState,
  locales: readonly string[],
  audience: Audience,
  terms: TermMemory,
  own: OwnWords,
): ReleaseGate {
  const { problems, ignored } = qualityOfPostmortem(
    stored,
    checks,
    { audience, locale: locales },
    terms,
    own,
  )
  const stops = ({ severity }: Problem): boolean => severity === 'error'
  return {
    blockers: problems.filter(stops),
    asides: [...new Set(ignored.filter(({ problem }) => stops(problem)).map(({ by }) => by))],
  }
}

/**
 * What stops a single page from being written. It may be a draft that goes round, so an unfinished document is no
 * reason; but a page that speaks another language halfway can be mistaken for the real one, so for anyone outside
 * the house every text must be translated, and not with pseudo-text. For the audience `internal` nothing stops it.
 */
export const blockersOfPage = (
  stored: StoredPostmortem,
  locale: string,
  audience: Audience,
  own: OwnWords,
): Problem[] =>
  audience === 'internal'
    ? []
    : runChecks(stateOf(stored.document, stored.translations, stored.comments), {
        audience,
        locale,
        labelled: labelledBy(own),
      }).filter(({ rule }) => rule === 'untranslated' || rule === 'pseudo')
