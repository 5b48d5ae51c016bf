import type { Postmortem } from '../document/postmortem.ts'
import { factsIn, type Content } from '../document/text.ts'
import { factsById, type FactWords } from '../facts/read.ts'
import { piecesOf, type Piece } from '../history/pieces.ts'
import { inSequence } from '../history/sequence.ts'
import { wordReader } from '../history/side.ts'
import type { Version } from '../history/version.ts'
import { contentHash } from '../units/hash.ts'
import { unitsOf, type Place, type Unit } from '../units/unit.ts'
import { isMinor } from './drift.ts'

/**
 * How much of a source is another one. `words`: what it says; `value`: a fact in it reads otherwise, the text is the same;
 * `signs`: spaces, quotation marks, dashes or width; `marks`: the words are the same, their looks or links are not.
 */
export const EXTENTS = ['words', 'value', 'signs', 'marks'] as const
export type Extent = (typeof EXTENTS)[number]

/** A source that came, went or became another. */
export interface SourceSince {
  readonly unit: string
  readonly kind: 'added' | 'changed' | 'removed'
  readonly extent: Extent
  /** Where it stands, or stood. */
  readonly place: Place
  /** What it was; empty where it is new. */
  readonly before: Content
  readonly pieces: readonly Piece[]
}

/**
 * The version that stood at a moment (RFC 3339): the last one that was saved by then, so that nothing that came after is
 * missed. Undefined: there was none yet. `versions`: in any order.
 */
export const versionAt = (versions: readonly Version[], instant: string): Version | undefined =>
  versions
    .filter(({ at }) => Date.parse(at) <= Date.parse(instant))
    .toSorted((a, b) => b.number - a.number)[0]

/** The first moment of a date (`2026`, `2026-11` or `2026-11-30`) where this program runs, as RFC 3339 in UTC. */
export function startOfDate(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day).toISOString()
}

const byId = (units: readonly Unit[]): ReadonlyMap<string, Unit> =>
  new Map(units.map((unit) => [unit.id, unit]))

/**
 * What translators have to look at since the document was `then` (null: there was none): every unit whose source came, went
 * or reads otherwise, in the order of the later document, with what is gone where it stood. A text that only moved says
 * what it said.
 */
export function sourcesSince(
  then: Postmortem | null,
  now: Postmortem,
  words: FactWords,
): SourceSince[] {
  const { sourceLocale } = now
  const reader = ({ facts }: Postmortem) => wordReader(factsById(facts), sourceLocale, words)
  const [readThen, readNow] = [reader(then ?? now), reader(now)]
  const before = byId(then === null ? [] : unitsOf(then))
  const after = byId(unitsOf(now))
  return inSequence([...before.keys()], [...after.keys()]).flatMap(({ id }): SourceSince[] => {
    const [was, is] = [before.get(id), after.get(id)]
    const [left, right] = [was?.content ?? [], is?.content ?? []]
    const same = contentHash(left) === contentHash(right)
    // Nearly all texts are the same, and only a fact makes them read otherwise all the same.
    if (same && factsIn(left).length === 0) return []
    const pieces = piecesOf(readThen(left), readNow(right))
    const reads = pieces.some(({ kind }) => kind !== 'kept')
    if (same && !reads) return []
    const found = { unit: id, place: (is ?? was)!.place, before: left, pieces }
    if (was === undefined) return [{ ...found, kind: 'added', extent: 'words' }]
    if (is === undefined) return [{ ...found, kind: 'removed', extent: 'words' }]
    const extent = same ? 'value' : isMinor(left, right) ? 'signs' : reads ? 'words' : 'marks'
    return [{ ...found, kind: 'changed', extent }]
  })
}
