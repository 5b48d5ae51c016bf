/**
 * A set of words that says of each word whether it may be in it: never wrongly no (B. Bloom, “Space/time trade-offs in hash coding
 * with allowable errors”, CACM 13(7), 1970). One bit of eight is set at most, so that it wrongly says yes about once in eight times.
 */
export interface Sieve {
  mayHave(word: string): boolean
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

export function sieveOf(words: ReadonlySet<string>): Sieve {
  const size = Math.max(8, 2 ** Math.ceil(Math.log2(words.size + 1)))
  const bytes = new Uint8Array(size)
  const mask = size * 8 - 1
  for (const word of words) {
    const bit = hashOf(word) & mask
    bytes[bit >> 3]! |= 1 << (bit & 7)
  }
  return {
    mayHave(word) {
      const bit = hashOf(word) & mask
      return (bytes[bit >> 3]! & (1 << (bit & 7))) !== 0
    },
  }
}
