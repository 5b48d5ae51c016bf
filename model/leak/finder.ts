/** Needles begin with so many units; the longest of these that fits is what the haystack is hashed by. */
const PREFIXES = [12, 6, 4] as const
const BASE = 0x01_00_01_93
const BITS = 20

interface Group {
  readonly length: number
  /** BASE to the power of `length`, modulo 2^32: what takes the oldest unit out of the hash. */
  readonly power: number
  /** For the upper bits of a hash: may some needle begin so? */
  readonly maybe: Uint8Array
  readonly needles: Map<number, string[]>
}

function hashOf(text: string, length: number): number {
  let hash = 0
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
  return hash
}

function groupOf(length: number): Group {
  let power = 1
  for (let at = 0; at < length; at++) power = Math.imul(power, BASE)
  return { length, power, maybe: new Uint8Array(1 << BITS), needles: new Map() }
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

  function* inGroup(
    { length, power, maybe, needles }: Group,
    text: string,
  ): Generator<string, void, undefined> {
    let hash = 0
    for (let at = 0; at < text.length; at++) {
      hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
      const start = at - length + 1
      if (start < 0) continue
      if (start > 0) hash = (hash - Math.imul(text.charCodeAt(start - 1), power)) | 0
      if (maybe[hash >>> (32 - BITS)] === 0) continue
      for (const needle of needles.get(hash) ?? []) if (text.startsWith(needle, start)) yield needle
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
      group.maybe[hash >>> (32 - BITS)] = 1
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
