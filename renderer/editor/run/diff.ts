import type { Audience } from '../../../model/document/audience.ts'
import type { ProseBlock } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import { LONG_ORDER, ordersBetween } from '../../../model/document/order.ts'
import type { Flow } from '../../../model/document/prose.ts'
import { equal } from '../../../model/document/equal.ts'
import type { RunBlocks } from './place.ts'

/** A block as it stands in the editor, in its turn. `node` is the session's own object where nothing changed. */
export interface ShownBlock {
  readonly id: string
  readonly audience: Audience
  readonly node: Flow
}

/**
 * Orders for the blocks in their new sequence: each keeps its own where it still fits between its neighbours, and gets
 * one in between where it does not. Where much was put in at one place over and over, all get new ones.
 */
function ordersFor(
  shown: readonly ShownBlock[],
  old: ReadonlyMap<string, ProseBlock>,
  run: RunBlocks,
): string[] {
  const fits = shown.map(({ id }) => old.get(id)?.order ?? null)
  // The longest run of orders that already ascends stays; the fewest blocks move.
  const keep = ascending(fits)
  const orders: string[] = []
  for (let at = 0; at < shown.length;) {
    if (keep.has(at)) {
      orders.push(fits[at]!)
      at++
      continue
    }
    let next = at
    while (next < shown.length && !keep.has(next)) next++
    // All that comes in between at once, or each key would be longer than the one before it.
    const upper = next < shown.length ? fits[next]! : run.upper
    orders.push(...ordersBetween(orders.at(-1) ?? run.lower, upper, next - at))
    at = next
  }
  const known = new Set(fits)
  return orders.some((order) => order.length > LONG_ORDER && !known.has(order))
    ? ordersBetween(run.lower, run.upper, shown.length)
    : orders
}

/** Positions of a longest strictly ascending subsequence; null never belongs to it. */
function ascending(values: readonly (string | null)[]): Set<number> {
  const length = values.map(() => 0)
  const previous = values.map(() => -1)
  const tails: number[] = []
  values.forEach((value, at) => {
    if (value === null) return
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? tails[low - 1]! : -1
    length[at] = low + 1
    tails[low] = at
  })
  const keep = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at]!) keep.add(at)
  return keep
}

/** The changes that make the run in the document what the editor shows. */
export function diffRun(section: string, run: RunBlocks, shown: readonly ShownBlock[]): Change[] {
  const old = new Map(run.blocks.map((block) => [block.id, block]))
  const orders = ordersFor(shown, old, run)
  const here = new Set(shown.map(({ id }) => id))
  const changes: Change[] = run.blocks
    .filter(({ id }) => !here.has(id))
    .map(({ id }) => ({ type: 'block.remove', block: id }))
  shown.forEach(({ id, audience, node }, at) => {
    const order = orders[at]!
    const before = old.get(id)
    if (before?.order === order && before.audience === audience && equal(before.node, node)) return
    const block: ProseBlock = { id, order, audience, kind: 'prose', node }
    changes.push({ type: 'block.put', section, block })
  })
  return changes
}
