import type { Tokens } from './tokens.ts'

let before = new Uint32Array(256)
let now = new Uint32Array(256)

/**
 * How many tokens must be put in, taken out or replaced to make one text of the other (Levenshtein), or more than `most`
 * where it is more than that. Only a band of the table is filled in (E. Ukkonen, "Algorithms for Approximate String Matching", 1985).
 */
export function distance(a: Tokens, b: Tokens, most: number): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let [from, shortEnd, longEnd] = [0, short.length, long.length]
  if (longEnd - shortEnd > most) return most + 1
  while (from < shortEnd && short[from] === long[from]) from++
  while (shortEnd > from && short[shortEnd - 1] === long[longEnd - 1]) {
    shortEnd--
    longEnd--
  }
  const [width, height] = [shortEnd - from, longEnd - from]
  if (width === 0) return height
  if (before.length <= width) {
    before = new Uint32Array(width * 2)
    now = new Uint32Array(width * 2)
  }
  const far = most + 1
  for (let x = 0; x <= width; x++) before[x] = Math.min(x, far)
  for (let y = 1; y <= height; y++) {
    const first = Math.max(1, y - most)
    const last = Math.min(width, y + most)
    now[first - 1] = first === 1 ? Math.min(y, far) : far
    let least = now[first - 1]!
    const token = long[from + y - 1]
    for (let x = first; x <= last; x++) {
      const replaced = before[x - 1]! + (short[from + x - 1] === token ? 0 : 1)
      const cost = Math.min(replaced, now[x - 1]! + 1, before[x]! + 1)
      now[x] = cost
      if (cost < least) least = cost
    }
    if (last < width) now[last + 1] = far
    if (least > most) return far
    ;[before, now] = [now, before]
  }
  return Math.min(before[width]!, far)
}
