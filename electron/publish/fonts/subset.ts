import { subset } from './harfbuzz.ts'
import type { CoveredFont } from './library.ts'
import { readFont } from './place.ts'
import { woff2 } from './woff2.ts'

/** `woff2` is small and takes seconds for Japanese; `ttf` is what the PDF is printed from, where size is nothing. */
export type FontFormat = 'woff2' | 'ttf'

/** As many cuts as a postmortem in a dozen languages needs in both formats. */
const KEPT = 96
const cache = new Map<string, Promise<Buffer>>()

async function cut(font: CoveredFont, points: readonly number[], format: FontFormat) {
  const small = await subset(readFont(font.package, font.file), points)
  return format === 'woff2' ? woff2(small) : small
}

/** A font with these characters only. The same question gets the same bytes, from memory while it is fresh. */
export function fontSubset(
  font: CoveredFont,
  characters: ReadonlySet<number>,
  format: FontFormat,
): Promise<Buffer> {
  const points = [...characters].toSorted((a, b) => a - b)
  const key = `${font.file} ${format} ${points.join(' ')}`
  const made = cache.get(key) ?? cut(font, points, format)
  cache.delete(key)
  cache.set(key, made)
  // A failure is not kept: the next page tries again.
  made.catch(() => cache.delete(key))
  for (const oldest of cache.keys()) {
    if (cache.size <= KEPT) break
    cache.delete(oldest)
  }
  return made
}
