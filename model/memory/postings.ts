import type { Pool } from './pool.ts'
import { termsOf } from './tokens.ts'

/** For each term the slots of the texts that have it, the shorter texts first. */
export interface Postings {
  /** How many slots of the pool it was made of. */
  readonly slots: number
  readonly bytes: number
  count(term: number): number
  /** Every text with the term whose length is between the two. Answers how many that were. */
  walk(term: number, shortest: number, longest: number, visit: (slot: number) => void): number
}

/** The slots that were not removed, by the length of their texts. */
function byLength(pool: Pool): Uint32Array {
  const count = pool.count()
  let longest = 0
  for (let slot = 0; slot < count; slot++) longest = Math.max(longest, pool.length(slot))
  const starts = new Uint32Array(longest + 2)
  for (let slot = 0; slot < count; slot++) starts[pool.length(slot) + 1]!++
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!
  const order = new Uint32Array(count)
  for (let slot = 0; slot < count; slot++) order[starts[pool.length(slot)]!++] = slot
  return order
}

export function freeze(pool: Pool): Postings {
  const places = new Map<number, number>()
  const lengths: number[] = []
  // The terms of each text, as places, so that each text is taken apart once.
  let flat = new Uint32Array(Math.max(1024, pool.tokens().length))
  const order = byLength(pool)
  const ends = new Uint32Array(order.length)
  let used = 0
  for (const [at, slot] of order.entries()) {
    for (const term of termsOf(pool.text(slot)).terms) {
      let place = places.get(term)
      if (place === undefined) {
        place = places.size
        places.set(term, place)
        lengths.push(0)
      }
      lengths[place]!++
      if (used === flat.length) {
        const larger = new Uint32Array(Math.ceil(flat.length * 1.5))
        larger.set(flat)
        flat = larger
      }
      flat[used++] = place
    }
    ends[at] = used
  }
  const offsets = new Uint32Array(lengths.length + 1)
  for (let place = 0; place < lengths.length; place++)
    offsets[place + 1] = offsets[place]! + lengths[place]!
  const next = offsets.slice()
  const slots = new Uint32Array(used)
  let from = 0
  for (const [at, slot] of order.entries()) {
    for (; from < ends[at]!; from++) slots[next[flat[from]!]!++] = slot
  }
  return {
    slots: pool.count(),
    bytes: slots.byteLength + offsets.byteLength + places.size * 40,
    count(term) {
      const place = places.get(term)
      return place === undefined ? 0 : offsets[place + 1]! - offsets[place]!
    },
    walk(term, shortest, longest, visit) {
      const place = places.get(term)
      if (place === undefined) return 0
      let [low, high] = [offsets[place]!, offsets[place + 1]!]
      const end = high
      while (low < high) {
        const middle = (low + high) >>> 1
        if (pool.length(slots[middle]!) < shortest) low = middle + 1
        else high = middle
      }
      let at = low
      for (; at < end && pool.length(slots[at]!) <= longest; at++) visit(slots[at]!)
      return at - low
    },
  }
}
