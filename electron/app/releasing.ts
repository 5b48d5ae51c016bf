import type { Ignored } from '../../model/checks/translation/ignored.ts'
import type { Audience } from '../../model/document/audience.ts'
import { newId } from '../../model/document/identifier.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import type { Decisions } from '../../model/releases/decision.ts'
import {
  correctionOf,
  differencesSince,
  type ReleaseDifference,
} from '../../model/releases/differences.ts'
import type { Correction, LeftOut, Manifest, PublishedFile } from '../../model/releases/manifest.ts'
import {
  approvalsOf,
  peopleOf,
  publishedFor,
  type Published,
} from '../../model/releases/published.ts'
import type { ReleaseRecord } from '../../model/releases/record.ts'
import type { FontFile } from '../../model/theme/font.ts'
import { languageData, manifestOf } from '../publish/manifest.ts'
import type { Library, StoredPostmortem } from '../store/library.ts'
import type { CallContext } from './context.ts'
import { localesOf } from './view.ts'
import { wordsFor } from './words.ts'

/** What was published last for an audience, and what is different now. */
export interface Since {
  readonly last: ReleaseRecord | null
  readonly now: Published
  readonly differences: readonly ReleaseDifference[]
}

/** Compares what would be published with what was published last for the same audience. LIBRARY_DAMAGED. */
export function sinceLast(
  { document, translations }: StoredPostmortem,
  audience: Audience,
  locales: readonly string[],
  library: Library,
): Result<Since> {
  const last = library.lastRelease(document.id, audience)
  if (!last.ok) return last
  const now = publishedFor(document, translations, locales, audience)
  const differences = last.value === null ? [] : differencesSince(last.value, now, wordsFor)
  return ok({ last: last.value, now, differences })
}

/** Everything that readers are told of, the newest first, as far as somebody decided. */
export function decidedIn(
  { last, differences }: Since,
  decisions: Decisions,
  today: Date,
): Correction[] {
  const on = today.toISOString().slice(0, 10)
  const told = differences.filter(({ key }) => decisions[key] === 'correction')
  return [
    ...told.map((difference) => correctionOf(difference, on)),
    ...(last?.manifest.corrections ?? []),
  ]
}

/**
 * Everything that readers are told of, the newest first, after somebody said of each difference what it is. RELEASE_UNDECIDED where
 * one was left out: nothing published changes unsaid.
 */
export function correctionsOf(
  since: Since,
  decisions: Decisions,
  today: Date,
): Result<Correction[]> {
  const open = since.differences.filter(({ key }) => !Object.hasOwn(decisions, key))
  if (open.length > 0) return fail('RELEASE_UNDECIDED', { count: open.length })
  return ok(decidedIn(since, decisions, today))
}

interface Made {
  readonly stored: StoredPostmortem
  readonly audience: Audience
  readonly since: Since
  readonly corrections: readonly Correction[]
  readonly decisions: Decisions
  readonly left: readonly LeftOut[]
  readonly asides: readonly Ignored[]
  readonly files: readonly PublishedFile[]
  /** The fonts that its theme brings. */
  readonly fonts: readonly FontFile[]
}

/** A locale that is not published is left out, with a reason or without one. */
function leftOf({ stored, since, left }: Made): LeftOut[] {
  const reasons = new Map(left.map(({ locale, reason }) => [locale, reason.trim()]))
  return localesOf(stored.document)
    .filter((locale) => !since.now.locales.includes(locale))
    .map((locale) => ({ locale, reason: reasons.get(locale) ?? '' }))
}

/** What the library keeps of a release; its manifest goes out with the files. */
export function recordOf(made: Made, { ports }: Pick<CallContext, 'ports'>): ReleaseRecord {
  const { stored, audience, since, corrections, decisions, asides, files, fonts } = made
  const { last, now, differences } = since
  const manifest: Manifest = manifestOf({
    release: newId(),
    number: (last?.manifest.number ?? 0) + 1,
    postmortem: stored.document.id,
    revision: stored.revision,
    audience,
    at: ports.clock().toISOString(),
    generator: `Afterword ${ports.version}`,
    languageData: languageData(process.versions),
    approvals: approvalsOf(now),
    left: leftOf(made),
    corrections: [...corrections],
    files: [...files],
  })
  const keys = new Set(differences.map(({ key }) => key))
  return {
    manifest,
    audience,
    locales: [...now.locales],
    people: peopleOf(now, stored.translations),
    by: ports.user,
    asides: [...asides],
    fonts: fonts.map(({ font }) => font),
    decisions: Object.fromEntries(Object.entries(decisions).filter(([key]) => keys.has(key))),
    document: now.document,
    translations: [...now.translations],
  }
}
