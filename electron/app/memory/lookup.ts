import { setImmediate as others } from 'node:timers/promises'
import type { Lookup, Match } from '../../../model/contract/memory.ts'
import { sliced } from '../../../model/document/splice.ts'
import type { Content } from '../../../model/document/text.ts'
import { ok, type Result } from '../../../model/errors/result.ts'
import { adapted } from '../../../model/memory/adapt.ts'
import { differences } from '../../../model/memory/differences.ts'
import type { StoredEntry } from '../../../model/memory/entry.ts'
import type { Hit } from '../../../model/memory/finder.ts'
import { pairOf } from '../../../model/memory/pair.ts'
import { profileOf, type Profile } from '../../../model/memory/profile.ts'
import { gradeOf, scoreOf } from '../../../model/memory/score.ts'
import { sentencesOf } from '../../../model/memory/sentences.ts'
import { sentencePairs, type Abbreviations } from '../../../model/memory/stored.ts'
import type { Memory, Wanted } from '../../store/memory.ts'
import type { Searcher } from './searcher.ts'

/** A text that is looked for. */
export interface Query extends Wanted {
  /** The unit that it is, so that it is no match for itself; null where it is none. */
  readonly own: { readonly postmortem: string; readonly sourceHash: string } | null
  /** In per cent. */
  readonly least: number
  readonly limit: number
  /** Look for its sentences too. */
  readonly sentences: boolean
}

export interface Tools {
  readonly memory: Memory
  readonly searcher: Searcher
  readonly abbreviations: Abbreviations
}

/** More than are shown are looked at: of those with the same words, marks and numbers decide. */
const SPARE = 6

/** A match, before its source was held against the text at hand word by word. */
type Found = Omit<Match, 'differences'> & { readonly plain: string }

/** How many are looked at before others go first. */
const PIECE = 4

interface Part {
  readonly content: Content
  readonly profile: Profile
}

/** What of an entry was met: all of it, or one of its sentences. */
function partOf(
  entry: StoredEntry,
  sentence: number,
  abbreviations: Abbreviations,
): { source: Content; target: Content } | undefined {
  if (sentence < 0) return entry
  const pair = sentencePairs(
    { content: entry.source, locale: entry.sourceLocale },
    { content: entry.target, locale: entry.targetLocale },
    abbreviations,
  )?.[sentence]
  return (
    pair && {
      source: sliced(entry.source, pair[0].start, pair[0].end),
      target: sliced(entry.target, pair[1].start, pair[1].end),
    }
  )
}

function isItself(entry: StoredEntry, { own, unit }: Query): boolean {
  return (
    own !== null &&
    entry.postmortem === own.postmortem &&
    entry.unit === unit &&
    entry.sourceHash === own.sourceHash
  )
}

function matchOf(
  entry: StoredEntry,
  sentence: number,
  wanted: Part,
  whole: boolean,
  query: Query,
  abbreviations: Abbreviations,
): Found | undefined {
  if (isItself(entry, query)) return undefined
  const part = partOf(entry, sentence, abbreviations)
  if (part === undefined) return undefined
  const profile = profileOf(part.source, entry.sourceLocale)
  const isWhole = whole && sentence < 0
  const score = gradeOf(scoreOf(wanted.profile, profile, query.least), {
    origin: entry.origin,
    sameRegion: entry.targetLocale === query.targetLocale,
    sameUnit: isWhole && query.unit !== '' && entry.unit === query.unit,
    sameNeighbours:
      isWhole &&
      query.previous + query.next !== '' &&
      entry.previous === query.previous &&
      entry.next === query.next,
  })
  if (score < query.least) return undefined
  const { id, origin, author, at, sourceLocale, targetLocale, postmortem, unit, file } = entry
  return {
    entry: id,
    score,
    sentence: sentence >= 0,
    source: part.source,
    target: adapted(part.source, part.target, wanted.content),
    plain: profile.plain,
    origin,
    author,
    at,
    sourceLocale,
    targetLocale,
    postmortem,
    unit,
    file,
  }
}

/** The best first, and of the same translation only the best. */
function best(matches: readonly Found[], limit: number): Found[] {
  const seen = new Set<string>()
  return matches
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        Number(a.sentence) - Number(b.sentence) ||
        b.at.localeCompare(a.at) ||
        b.entry - a.entry,
    )
    .filter(({ target }) => {
      const said = JSON.stringify(target)
      if (seen.has(said)) return false
      seen.add(said)
      return true
    })
    .slice(0, limit)
}

/** Everything in the memory that is like a text and its sentences. */
export async function lookUp(query: Query, tools: Tools): Promise<Result<Lookup>> {
  const { memory, searcher, abbreviations } = tools
  const { source, sourceLocale, least } = query
  const count = query.limit + SPARE
  const whole: Part = { content: source, profile: profileOf(source, sourceLocale) }
  const sentences = query.sentences
    ? sentencesOf(whole.profile.plain, sourceLocale, abbreviations(sourceLocale))
    : []
  const parts =
    sentences.length < 2
      ? []
      : sentences.map(({ start, end }): Part => {
          const content = sliced(source, start, end)
          return { content, profile: profileOf(content, sourceLocale) }
        })
  const wanted = [whole, ...parts]
  const exact = memory.exact(query, count)
  if (!exact.ok) return exact
  const found = await searcher.find(
    pairOf(sourceLocale, query.targetLocale),
    wanted.map(({ profile }) => ({ tokens: profile.tokens, least, limit: count })),
  )
  const lists: Match[][] = []
  for (const [at, part] of wanted.entries()) {
    const same =
      at === 0 ? exact.value.map((entry): Hit => ({ entry, sentence: -1, score: 100 })) : []
    const hits = new Map(
      [...found[at]!, ...same].map((hit) => [`${hit.entry} ${hit.sentence}`, hit]),
    )
    const entries = memory.read([...new Set([...hits.values()].map(({ entry }) => entry))])
    if (!entries.ok) return entries
    const byId = new Map(entries.value.map((entry) => [entry.id, entry]))
    const all: Found[] = []
    for (const [index, { entry: id, sentence }] of [...hits.values()].entries()) {
      const entry = byId.get(id)
      const match = entry && matchOf(entry, sentence, part, at === 0, query, abbreviations)
      if (match !== undefined) all.push(match)
      if (index % PIECE === PIECE - 1) await others()
    }
    const shown: Match[] = []
    for (const { plain, ...match } of best(all, query.limit)) {
      const pieces = differences(plain, part.profile.plain, sourceLocale)
      shown.push({ ...match, differences: pieces })
      if (shown.length % PIECE === 0) await others()
    }
    lists.push(shown)
    await others()
  }
  const [matches, ...ofParts] = lists
  return ok({
    matches: matches!,
    sentences: ofParts.map((list, at) => ({ ...sentences[at]!, matches: list })),
  })
}
