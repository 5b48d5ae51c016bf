import { GAP } from './cost.ts'

/** Cells that are looked at, at most: beyond that the path is looked for in a band around the diagonal only. */
const MOST_CELLS = 3_000_000

const PAIR = 1
const SKIP_SOURCE = 2
const SKIP_TARGET = 3

/**
 * The cheapest way to pair two sequences without crossing, where leaving one out costs `GAP`. Time and memory grow
 * with the product of the lengths up to a fixed number of cells, and with their sum from there on.
 */
export function alignSequences<S, T>(
  sources: readonly S[],
  targets: readonly T[],
  cost: (source: S, target: T) => number,
): [S, T][] {
  const rows = sources.length
  const columns = targets.length
  const half = Math.max(200, Math.floor(MOST_CELLS / Math.max(rows, 1) / 2))
  const bandOf = (row: number): [from: number, to: number] => {
    const middle = rows === 0 ? 0 : Math.round((row * columns) / rows)
    return [Math.max(0, middle - half), Math.min(columns, middle + half)]
  }
  const steps: Uint8Array[] = []
  let above = new Float64Array(0)
  let [aboveFrom, aboveTo] = [0, -1]
  for (let row = 0; row <= rows; row++) {
    const [from, to] = bandOf(row)
    const step = new Uint8Array(to - from + 1)
    const here = new Float64Array(to - from + 1)
    const priceAbove = (column: number): number =>
      column < aboveFrom || column > aboveTo ? Infinity : above[column - aboveFrom]!
    for (let column = from; column <= to; column++) {
      let best = row === 0 && column === 0 ? 0 : Infinity
      const offer = (price: number, how: number) => {
        if (price < best) {
          best = price
          step[column - from] = how
        }
      }
      const corner = priceAbove(column - 1)
      if (row > 0 && corner < Infinity)
        offer(corner + cost(sources[row - 1]!, targets[column - 1]!), PAIR)
      offer(priceAbove(column) + GAP, SKIP_SOURCE)
      if (column > from) offer(here[column - 1 - from]! + GAP, SKIP_TARGET)
      here[column - from] = best
    }
    steps.push(step)
    above = here
    aboveFrom = from
    aboveTo = to
  }
  const pairs: [S, T][] = []
  for (let row = rows, column = columns; row > 0 || column > 0;) {
    const how = steps[row]![column - bandOf(row)[0]]
    if (how === PAIR) pairs.push([sources[--row]!, targets[--column]!])
    else if (how === SKIP_SOURCE) row--
    else column--
  }
  return pairs.toReversed()
}
