import { subset } from './harfbuzz.ts'
import type { CoveredFont } from './library.ts'
import { readFont } from './place.ts'
import { woff2 } from './woff2.ts'

/** `woff2` is small and takes seconds for Japanese; `ttf` is what the PDF is printed from, where size is nothing. */
export type FontFormat = 'woff2' | 'ttf'

/** A postmortem in a dozen languages takes some 2 MB of cuts in both formats. In bytes. */
const MOST_KEPT = 16 * 1024 * 1024

interface Kept {
  readonly made: Promise<Buffer>
  /** 0 until it is there. */
  bytes: number
}

/** The oldest first. */
const cache = new Map<string, Kept>()
let kept = 0

function forget(key: string, one: Kept): void {
  if (cache.get(key) !== one) return
  cache.delete(key)
  kept -= one.bytes
}

async function keep(key: string, one: Kept): Promise<void> {
  try {
    const { length } = await one.made
    if (cache.get(key) !== one) return
    one.bytes = length
    kept += length
  } catch {
    // A failure is not kept: the next page tries again.
    return forget(key, one)
  }
  for (const [oldest, cut] of cache) {
    if (kept <= MOST_KEPT) return
    forget(oldest, cut)
  }
}

async function cut(font: CoveredFont, points: readonly number[], format: FontFormat) {
  const small = await subset(font.own?.read() ?? readFont(font.package, font.file), points)
  return format === 'woff2' ? woff2(small) : small
}

/** A font with these characters only. The same question gets the same bytes, from memory while it is fresh. */
export function fontSubset(
  font: CoveredFont,
  characters: ReadonlySet<number>,
  format: FontFormat,
): Promise<Buffer> {
  const points = [...characters].toSorted((a, b) => a - b)
  const key = `${font.own?.id ?? font.file} ${format} ${points.join(' ')}`
  const known = cache.get(key)
  const one = known ?? { made: cut(font, points, format), bytes: 0 }
  // The freshest stands last.
  cache.delete(key)
  cache.set(key, one)
  if (known === undefined) void keep(key, one)
  return one.made
}
