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
const MOST_WALKED = 60_000
/** Texts whose words are compared in full. */
const MOST_COMPARED = 3000

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
    for (let at = pool.start(slot); at < end; at++) {
      const place = places.get(pool.tokens()[at]!)
      if (place === undefined || left[place] === 0) continue
      left[place]!--
      common++
    }
    return common
  }
}

export function createFinder(): Finder {
  const pool = createPool()
  let postings: Postings | undefined
  let counts = new Uint16Array(0)

  /** The texts that share enough of the rarest terms, those that share most first. */
  function candidates({ tokens, least }: Wanted): { slots: Uint32Array; loose: number } {
    const loose = postings?.slots ?? 0
    const length = tokens.length
    const [shortest, longest] = [
      Math.ceil((length * least) / 100),
      Math.floor((length * 100) / least),
    ]
    if (postings === undefined || length === 0) return { slots: new Uint32Array(0), loose }
    const { terms, edits } = termsOf(tokens)
    const ranked = [...terms]
      .map((term) => ({ term, count: postings!.count(term) }))
      .toSorted((a, b) => a.count - b.count)
    const apart = Math.floor(((100 - least) * longest) / 100)
    const enough = Math.min(ranked.length, edits * apart + 1)
    const touched: number[] = []
    let walked = 0
    let used = 0
    for (; used < enough && (used === 0 || walked < MOST_WALKED); used++)
      walked += postings.walk(ranked[used]!.term, shortest, longest, (slot) => {
        if (counts[slot]!++ === 0) touched.push(slot)
      })
    // A text that misses more of these terms than its edits can take away is too far.
    const needed = (slot: number): number =>
      used - edits * Math.floor(((100 - least) * Math.max(length, pool.length(slot))) / 100)
    const kept = touched.filter((slot) => counts[slot]! >= needed(slot) && pool.isAlive(slot))
    const buckets = new Uint32Array(used + 2)
    for (const slot of kept) buckets[used - counts[slot]! + 1]!++
    for (let at = 1; at < buckets.length; at++) buckets[at]! += buckets[at - 1]!
    const slots = new Uint32Array(kept.length)
    for (const slot of kept) slots[buckets[used - counts[slot]!]!++] = slot
    for (const slot of touched) counts[slot] = 0
    return { slots, loose }
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
      const better = (a: Hit & { slot: number }, b: Hit & { slot: number }): number =>
        b.score - a.score || Math.sign(a.sentence) - Math.sign(b.sentence) || b.slot - a.slot
      const compare = (slot: number): boolean => {
        const longer = Math.max(tokens.length, pool.length(slot))
        const most = Math.floor(((100 - least) * longer) / 100)
        if (longer - common(pool, slot) > most) return false
        const score = wordScore(tokens, pool.text(slot), least)
        if (score === 0) return true
        hits.push({ entry: pool.entry(slot), sentence: pool.sentence(slot), score, slot })
        if (hits.length >= limit * 2) {
          hits.sort(better)
          hits.length = limit
          least = Math.max(least, hits.at(-1)!.score)
        }
        return true
      }
      const { slots, loose } = candidates(wanted)
      let compared = 0
      for (let at = 0; at < slots.length && compared < MOST_COMPARED; at++)
        if (compare(slots[at]!)) compared++
      for (let slot = loose; slot < pool.count(); slot++)
        if (pool.isAlive(slot)) {
          const length = pool.length(slot)
          if (length * 100 >= tokens.length * least && length * least <= tokens.length * 100)
            compare(slot)
        }
      return hits
        .toSorted(better)
        .slice(0, limit)
        .map(({ entry, sentence, score }) => ({ entry, sentence, score }))
    },
    size: () => ({
      entries: pool.entries(),
      bytes: pool.bytes() + (postings?.bytes ?? 0) + counts.byteLength,
    }),
  }
}
