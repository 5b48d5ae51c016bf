/** Needles begin with so many units; the longest of these that fits is what the haystack is hashed by. */
const PREFIXES = [12, 6, 4] as const
const BASE = 0x01_00_01_93
const BITS = 20

interface Group {
  readonly length: number
  /** BASE to the power of `length`, modulo 2^32: what takes the oldest unit out of the hash. */
  readonly power: number
  /** For the upper bits of a hash, a bit each: may some needle begin so? */
  readonly maybe: Int32Array
  readonly needles: Map<number, string[]>
}

/** Where a walk through a text is: the next unit to read, and the hash of those before it. */
interface State {
  at: number
  hash: number
}

function hashOf(text: string, length: number): number {
  let hash = 0
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
  return hash
}

function groupOf(length: number): Group {
  let power = 1
  for (let at = 0; at < length; at++) power = Math.imul(power, BASE)
  return { length, power, maybe: new Int32Array(1 << (BITS - 5)), needles: new Map() }
}

/** May a needle begin with this hash? The lower five of the upper bits are the place in a word of the table. */
const mayBegin = (maybe: Int32Array, hash: number): boolean =>
  (maybe[hash >>> (37 - BITS)]! & (1 << (hash >>> (32 - BITS)))) !== 0

/** Goes on to just behind the next units that a needle may begin with; false where the text ends first. No generator, for speed. */
function nextPlace({ length, power, maybe }: Group, text: string, state: State): boolean {
  let { hash } = state
  const end = text.length
  for (let at = state.at; at < end; at++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
    if (at >= length) hash = (hash - Math.imul(text.charCodeAt(at - length), power)) | 0
    if (!mayBegin(maybe, hash) || at < length - 1) continue
    state.at = at + 1
    state.hash = hash
    return true
  }
  return false
}

/** Many needles that are looked for in one walk through a text. */
export interface Finder {
  readonly size: number
  add(needle: string): void
  remove(needle: string): void
  /** Every needle that stands in the text, as often as it does. */
  find(text: string): Generator<string>
}

/**
 * Looks for any number of needles at once by a rolling hash of their first units (Karp and Rabin, "Efficient randomized
 * pattern-matching algorithms", 1987), each compared letter by letter where the hash fits. The cost is the length of the text, three
 * times; needles of less than four units are not found.
 */
export function finder(): Finder {
  const groups = PREFIXES.map(groupOf)
  const groupFor = (needle: string): Group | undefined =>
    groups.find(({ length }) => needle.length >= length)
  let size = 0

  function* inGroup(group: Group, text: string): Generator<string, void, undefined> {
    const state = { at: 0, hash: 0 }
    while (nextPlace(group, text, state)) {
      const start = state.at - group.length
      for (const needle of group.needles.get(state.hash) ?? [])
        if (text.startsWith(needle, start)) yield needle
    }
  }

  return {
    get size() {
      return size
    },
    add(needle) {
      const group = groupFor(needle)
      if (group === undefined) return
      const hash = hashOf(needle, group.length)
      const there = group.needles.get(hash)
      if (there?.includes(needle)) return
      group.maybe[hash >>> (37 - BITS)]! |= 1 << (hash >>> (32 - BITS))
      if (there) there.push(needle)
      else group.needles.set(hash, [needle])
      size++
    },
    remove(needle) {
      const group = groupFor(needle)
      if (group === undefined) return
      const hash = hashOf(needle, group.length)
      const there = group.needles.get(hash) ?? []
      if (!there.includes(needle)) return
      group.needles.set(
        hash,
        there.filter((one) => one !== needle),
      )
      size--
    },
    *find(text) {
      for (const group of groups) if (group.needles.size > 0) yield* inGroup(group, text)
    },
  }
}
