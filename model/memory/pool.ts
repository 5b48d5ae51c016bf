import { BORDER, type Tokens } from './tokens.ts'

/** Texts one behind the other. Each has a slot, in the order in which they came; an entry of several sentences has more. */
export interface Pool {
  put(entry: number, tokens: Tokens): void
  remove(entry: number): void
  /** Leaves out what was removed. Slots are numbered anew. */
  compact(): void
  count(): number
  entries(): number
  isAlive(slot: number): boolean
  entry(slot: number): number
  /** -1 for the whole. */
  sentence(slot: number): number
  length(slot: number): number
  start(slot: number): number
  end(slot: number): number
  tokens(): Tokens
  text(slot: number): Tokens
  bytes(): number
}

/** Numbers in an array that grows. */
function growing<T extends Uint32Array | Int32Array>(make: (length: number) => T) {
  let values = make(1024)
  return {
    get values(): T {
      return values
    },
    need(length: number): T {
      if (length > values.length) {
        const larger = make(Math.max(length, Math.ceil(values.length * 1.5)))
        larger.set(values)
        values = larger
      }
      return values
    },
  }
}

const WHOLE = -1
/** In place of the sentence of a slot that was removed. */
const GONE = -2

export function createPool(): Pool {
  const all = growing((length) => new Uint32Array(length))
  const starts = growing((length) => new Uint32Array(length))
  const ends = growing((length) => new Uint32Array(length))
  const owners = growing((length) => new Uint32Array(length))
  const sentences = growing((length) => new Int32Array(length))
  /** The first slot of each entry. */
  let first = new Map<number, number>()
  let used = 0
  let count = 0

  function add(entry: number, sentence: number, start: number, end: number): void {
    starts.need(count + 1)[count] = start
    ends.need(count + 1)[count] = end
    owners.need(count + 1)[count] = entry
    sentences.need(count + 1)[count] = sentence
    count++
  }
  function remove(entry: number): void {
    const at = first.get(entry)
    if (at === undefined) return
    first.delete(entry)
    for (let slot = at; slot < count && owners.values[slot] === entry; slot++)
      sentences.values[slot] = GONE
  }
  function put(entry: number, tokens: Tokens): void {
    remove(entry)
    first.set(entry, count)
    const from = used
    const borders: number[] = []
    const room = all.need(used + tokens.length)
    for (const token of tokens)
      if (token === BORDER) borders.push(used)
      else room[used++] = token
    add(entry, WHOLE, from, used)
    if (borders.length === 0) return
    let start = from
    for (const [sentence, end] of [...borders, used].entries()) {
      add(entry, sentence, start, end)
      start = end
    }
  }
  return {
    put,
    remove,
    compact() {
      if (!sentences.values.subarray(0, count).includes(GONE)) return
      const kept: number[] = []
      for (let slot = 0; slot < count; slot++) if (sentences.values[slot] !== GONE) kept.push(slot)
      first = new Map()
      let [to, at] = [0, 0]
      let shift = 0
      for (const slot of kept) {
        const entry = owners.values[slot]!
        const [start, end] = [starts.values[slot]!, ends.values[slot]!]
        if (sentences.values[slot] === WHOLE) {
          all.values.copyWithin(to, start, end)
          shift = start - to
          to += end - start
          first.set(entry, at)
        }
        starts.values[at] = start - shift
        ends.values[at] = end - shift
        owners.values[at] = entry
        sentences.values[at] = sentences.values[slot]!
        at++
      }
      count = at
      used = to
    },
    count: () => count,
    entries: () => first.size,
    isAlive: (slot) => sentences.values[slot] !== GONE,
    entry: (slot) => owners.values[slot]!,
    sentence: (slot) => sentences.values[slot]!,
    length: (slot) => ends.values[slot]! - starts.values[slot]!,
    start: (slot) => starts.values[slot]!,
    end: (slot) => ends.values[slot]!,
    tokens: () => all.values,
    text: (slot) => all.values.subarray(starts.values[slot], ends.values[slot]),
    bytes: () =>
      all.values.byteLength +
      starts.values.byteLength * 4 +
      // Of a map of numbers, as V8 has it.
      first.size * 40,
  }
}
