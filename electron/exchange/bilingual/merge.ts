import type { ExchangeReport } from '../../../model/contract/exchange.ts'
import type { Change } from '../../../model/document/change.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { plainText } from '../../../model/document/text.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import type { Comment } from '../../../model/document/comment.ts'
import { finish, type Steps } from '../steps.ts'
import type { Returned } from './bilingual.ts'
import type { Token } from './code.ts'
import { unitsFor } from './outgoing.ts'
import { remarking } from './remarks.ts'
import { sourceOf } from './source.ts'
import { verdictOf, type Normal } from './verdict.ts'

const wordsOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('')

/** A translation as it comes in. What the translator had confirmed stays with the words that a reviewer made of it. */
function translated(
  old: Translation | undefined,
  made: Omit<Translation, 'origin' | 'engine' | 'confirmed'>,
): Translation {
  const same = old !== undefined && contentHash(old.content) === contentHash(made.content)
  const was =
    old?.confirmed ?? (old === undefined || old.state === 'draft' ? undefined : old.content)
  const confirmed = made.state === 'translated' ? undefined : same ? old.confirmed : was
  return {
    ...made,
    origin: same ? old.origin : 'imported',
    ...(same && old.score !== undefined ? { score: old.score } : {}),
    ...(same && old.engine !== undefined ? { engine: old.engine } : {}),
    ...(confirmed === undefined ? {} : { confirmed }),
  }
}

export interface Merged {
  readonly changes: Change[]
  readonly report: ExchangeReport
}

/**
 * What a file that came back changes in the library, by the ids of its units. A text whose source is another one by now
 * comes in as made from the older one, so that it is shown as such. What is not taken is in the report, and nothing is
 * guessed.
 */
export function* merging(
  document: Postmortem,
  translations: readonly Translation[],
  { locale, audience, units }: Returned,
  changedAt: string,
  normal: Normal = (content) => content,
  comments: readonly Comment[] = [],
): Steps<Merged> {
  const sources = new Map(unitsOf(document).map(({ id, content }) => [id, content]))
  const ours = new Map(
    translations.filter((one) => one.locale === locale).map((one) => [one.unit, one]),
  )
  const changes: Change[] = []
  if (!document.locales.includes(locale))
    changes.push({ type: 'locales.put', locales: [...document.locales, locale] })
  const kept: ExchangeReport['kept'] = []
  const drifted: ExchangeReport['drifted'] = []
  const codes: ExchangeReport['codes'] = []
  const unknown: ExchangeReport['unknown'] = []
  const met = new Set<string>()
  let taken = 0
  let unchanged = 0
  let said = 0
  const remarks = remarking(comments, locale, changedAt)
  for (const [at, unit] of units.entries()) {
    yield at / units.length
    const { id, line } = unit
    const source = sources.get(id)
    if (source === undefined || met.has(id)) {
      unknown.push({ unit: id, text: wordsOf(unit.target ?? unit.source), line })
      continue
    }
    met.add(id)
    for (const comment of remarks(unit)) {
      changes.push({ type: 'comment.put', comment })
      said++
    }
    const old = ours.get(id)
    const told = { unit: id, text: plainText(source), line }
    const verdict = verdictOf(unit, source, old, normal)
    if (verdict.kind === 'broken') codes.push({ ...told, taken: false })
    else if (verdict.kind === 'nothing') unchanged++
    else if (verdict.kind === 'kept') {
      const [here, there] = [plainText(old?.content ?? []), plainText(verdict.content)]
      kept.push({ ...told, ours: here, theirs: there })
    } else {
      const { content, state, sourceHash } = verdict
      const translation = translated(old, {
        unit: id,
        locale,
        content,
        state,
        sourceHash,
        changedAt,
      })
      changes.push({ type: 'translation.put', translation })
      taken++
      if (verdict.codes) codes.push({ ...told, taken: true })
    }
    // What came in as stale because it left as stale did not drift on the way.
    if (sourceOf(unit, source).drifted) drifted.push({ ...told, taken: verdict.kind === 'take' })
  }
  const missing = unitsFor(document, audience ?? 'internal')
    .filter(({ id }) => !met.has(id))
    .map(({ id, content }) => ({ unit: id, text: plainText(content) }))
  const id = document.id
  return {
    changes,
    report: { id, locale, taken, unchanged, said, kept, drifted, codes, unknown, missing },
  }
}

/** The same without a stop. */
export const mergeReturned = (...given: Parameters<typeof merging>): Merged =>
  finish(merging(...given))
