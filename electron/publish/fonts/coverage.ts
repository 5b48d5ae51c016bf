import { tablesOf } from './sfnt.ts'

/** Code points as ascending, disjoint pairs of first and last. */
export type Coverage = readonly (readonly [first: number, last: number])[]

type Range = [first: number, last: number]

/** Segment mapping (format 4): parallel arrays of ends and starts. */
function segments(table: Buffer, at: number): Range[] {
  const count = table.readUInt16BE(at + 6) / 2
  return Array.from({ length: count }, (_, index): Range => [
    table.readUInt16BE(at + 16 + 2 * count + 2 * index),
    table.readUInt16BE(at + 14 + 2 * index),
  ]).filter(([first]) => first !== 0xffff)
}

/** Segmented coverage (format 12): groups of start, end and first glyph. */
const groups = (table: Buffer, at: number): Range[] =>
  Array.from({ length: table.readUInt32BE(at + 12) }, (_, index): Range => [
    table.readUInt32BE(at + 16 + 12 * index),
    table.readUInt32BE(at + 20 + 12 * index),
  ])

function merged(ranges: Range[]): Coverage {
  const out: Range[] = []
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const open = out.at(-1)
    if (open !== undefined && first <= open[1] + 1) open[1] = Math.max(open[1], last)
    else out.push([first, last])
  }
  return out
}

/** The code points that a font file has glyphs for, from its `cmap` (OpenType 1.9): formats 4 and 12, which all of ours have. */
export function coverageOf(font: Buffer): Coverage {
  const table = tablesOf(font, new Set(['cmap'])).get('cmap')
  if (table === undefined) return []
  const ranges: Range[] = []
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const at = table.readUInt32BE(4 + 8 * index + 4)
    const format = table.readUInt16BE(at)
    if (format === 4) ranges.push(...segments(table, at))
    else if (format === 12) ranges.push(...groups(table, at))
  }
  return merged(ranges)
}

/** Binary search. */
export function covers(coverage: Coverage, point: number): boolean {
  let low = 0
  let high = coverage.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = coverage[middle]!
    if (point < first) high = middle - 1
    else if (point > last) low = middle + 1
    else return true
  }
  return false
}

/** Code points as a CSS `unicode-range`. */
export function unicodeRange(points: Iterable<number>): string {
  const hex = (point: number) => point.toString(16).toUpperCase()
  return merged([...points].map((point): Range => [point, point]))
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',')
}
