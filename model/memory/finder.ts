import { freeze, type Postings } from './postings.ts'
import { createPool, type Pool } from './pool.ts'
import { wordScore } from './score.ts'
import { termsOf, type Tokens } from './tokens.ts'

/** A text of the memory that is like the one looked for, by its words alone. */
export interface Hit {
  readonly entry: number
  /** The sentence of it that was met, from 0; -1 for the whole. */
  readonly sentence: number
  /** In per cent, as `wordScore` has it. */
  readonly score: number
}

export interface Wanted {
  readonly tokens: Tokens
  /** In per cent. */
  readonly least: number
  readonly limit: number
}

/** The sources of one pair of languages in memory, to be looked through for what is alike. */
export interface Finder {
  /** Adds an entry, or replaces it. `tokens` as `storedTokens` has them. */
  put(entry: number, tokens: Tokens): void
  remove(entry: number): void
  /** The best first; of equal ones the whole before the sentence, the newer before the older. */
  find(wanted: Wanted): Hit[]
  /** Entries, and bytes that they take. */
  size(): { entries: number; bytes: number }
}

/** Texts that were added since the postings were made are looked at one by one, up to so many and this part of all. */
const MOST_LOOSE = 4000
const LOOSE_PART = 64
/**
 * Postings are walked from the rarest term on until so many were met; what shares only common words with the text is
 * left out then. Measured with `npm run bench:memory`.
 */
const MOST_WALKED = 40_000
/** In a larger memory more is like a text: the bounds grow with the root of its size, from this many texts on. */
const USUAL = 50_000

/** Texts whose bags are looked at, and those whose words are compared in full. */
const MOST_WEIGHED = 3000
const MOST_COMPARED = 400

/** Counts what two texts have in common whatever its order: no distance is less than the rest. */
function bagOf(tokens: Tokens): (other: Pool, slot: number) => number {
  const wanted = new Map<number, number>()
  for (const token of tokens) wanted.set(token, (wanted.get(token) ?? 0) + 1)
  const places = new Map<number, number>()
  for (const token of wanted.keys()) places.set(token, places.size)
  const full = Uint32Array.from(wanted.values())
  const left = new Uint32Array(full.length)
  return (pool, slot) => {
    left.set(full)
    let common = 0
    const end = pool.end(slot)
    const all = pool.tokens()
    for (let at = pool.start(slot); at < end; at++) {
      const place = places.get(all[at]!)
      if (place === undefined || left[place] === 0) continue
      left[place]!--
      common++
    }
    return common
  }
}

/** Texts in the order of how many terms they miss: those that miss n end before the place `ends[n]`. */
interface Candidates {
  readonly slots: Uint32Array
  readonly ends: Uint32Array
  readonly edits: 1 | 2
}
const NOBODY: Candidates = { slots: new Uint32Array(0), ends: new Uint32Array(0), edits: 1 }

export function createFinder(): Finder {
  const pool = createPool()
  let postings: Postings | undefined
  let counts = new Uint16Array(0)

  /** Pairs of characters say more of a text than words do, and texts of characters take longer. */
  const scale = (edits: 1 | 2): number =>
    Math.max(1, pool.count() / USUAL) ** (edits === 1 ? 0.5 : 0.25)

  /** The texts that share some of the rarest terms, those that share most first, with how many of them each misses. */
  function candidates({ tokens, least }: Wanted): Candidates {
    const length = tokens.length
    if (postings === undefined || length === 0) return NOBODY
    const shortest = Math.ceil((length * least) / 100)
    const longest = Math.floor((length * 100) / least)
    const { terms, edits } = termsOf(tokens)
    const ranked = [...terms]
      .map((term) => ({ term, count: postings!.count(term) }))
      .toSorted((a, b) => a.count - b.count)
    const apart = Math.floor(((100 - least) * longest) / 100)
    const enough = Math.min(ranked.length, edits * apart + 1)
    const touched: number[] = []
    let walked = 0
    let used = 0
    for (; used < enough && (used === 0 || walked < MOST_WALKED * scale(edits)); used++)
      walked += postings.walk(ranked[used]!.term, shortest, longest, (slot) => {
        if (counts[slot]!++ === 0) touched.push(slot)
      })
    const ends = new Uint32Array(used + 1)
    for (const slot of touched) ends[used - counts[slot]!]!++
    for (let missed = 1; missed <= used; missed++) ends[missed]! += ends[missed - 1]!
    const slots = new Uint32Array(touched.length)
    const places = ends.slice()
    for (const slot of touched.toReversed()) slots[--places[used - counts[slot]!]!] = slot
    for (const slot of touched) counts[slot] = 0
    return { slots, ends, edits }
  }

  function prepare(): void {
    const made = postings?.slots ?? 0
    const count = pool.count()
    if (count - made <= Math.max(MOST_LOOSE, count / LOOSE_PART)) return
    postings = undefined
    pool.compact()
    postings = freeze(pool)
    counts = new Uint16Array(pool.count())
  }

  return {
    put: (entry, tokens) => pool.put(entry, tokens),
    remove: (entry) => pool.remove(entry),
    find(wanted) {
      prepare()
      const { tokens, limit } = wanted
      const common = bagOf(tokens)
      const hits: (Hit & { readonly slot: number })[] = []
      /** What a further hit must have: as much as the last one of a full list. */
      let least = wanted.least
      const isBefore = (a: Hit & { slot: number }, b: Hit & { slot: number }): boolean =>
        (b.score - a.score || Math.sign(a.sentence) - Math.sign(b.sentence) || b.slot - a.slot) < 0
      const keep = (slot: number, score: number): void => {
        const hit = { entry: pool.entry(slot), sentence: pool.sentence(slot), score, slot }
        const at = hits.findIndex((other) => isBefore(hit, other))
        hits.splice(at === -1 ? hits.length : at, 0, hit)
        if (hits.length > limit) hits.length = limit
        if (hits.length === limit) least = Math.max(least, hits.at(-1)!.score)
      }
      /** How far another text may be to be a hit still. */
      const budget = (slot: number): number =>
        Math.floor(((100 - least) * Math.max(tokens.length, pool.length(slot))) / 100)
      /** Answers whether the words were compared. */
      const compare = (slot: number): boolean => {
        const longer = Math.max(tokens.length, pool.length(slot))
        const most = budget(slot)
        const apart = Math.abs(tokens.length - pool.length(slot))
        if (apart > most || longer - common(pool, slot) > most) return false
        const score = wordScore(tokens, pool.text(slot), least)
        if (score > 0) keep(slot, score)
        return true
      }
      const { slots, ends, edits } = candidates(wanted)
      let [weighed, compared, missed] = [0, 0, 0]
      const more = scale(edits)
      for (let at = 0; at < slots.length; at++) {
        while (at >= ends[missed]!) missed++
        // Not even the longest text that is near enough has so many edits.
        if (missed > edits * Math.floor(((100 - least) * tokens.length) / least)) break
        const slot = slots[at]!
        // It misses more of the terms than its edits can take away.
        if (missed > edits * budget(slot) || !pool.isAlive(slot)) continue
        if (compare(slot)) compared++
        if (++weighed >= MOST_WEIGHED * more || compared >= MOST_COMPARED * more) break
      }
      const loose = postings?.slots ?? 0
      for (let slot = loose; slot < pool.count(); slot++)
        if (pool.isAlive(slot)) {
          const length = pool.length(slot)
          if (length * 100 >= tokens.length * least && length * least <= tokens.length * 100)
            compare(slot)
        }
      return hits.map(({ entry, sentence, score }) => ({ entry, sentence, score }))
    },
    size: () => ({
      entries: pool.entries(),
      bytes: pool.bytes() + (postings?.bytes ?? 0) + counts.byteLength,
    }),
  }
}
