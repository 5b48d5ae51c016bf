import { equal } from '../document/equal.ts'

export type Prefer = 'ours' | 'theirs'

export interface Merged<T> {
  readonly value: T
  /** Both sides said something else about one thing, and only `prefer` could stay. */
  readonly lost: boolean
}

/** Of three values the one that somebody changed. */
export function mergeValue<T>(origin: T, ours: T, theirs: T, prefer: Prefer): Merged<T> {
  if (equal(ours, theirs) || equal(theirs, origin)) return { value: ours, lost: false }
  if (equal(ours, origin)) return { value: theirs, lost: false }
  return { value: prefer === 'ours' ? ours : theirs, lost: true }
}

/** Each field by itself. `special` merges those that are more than a value. */
export function mergeFields<T extends object>(
  origin: T,
  ours: T,
  theirs: T,
  prefer: Prefer,
  special: (
    field: string,
    three: readonly [unknown, unknown, unknown],
  ) => Merged<unknown> | null = () => null,
): Merged<T> {
  const [o, a, b] = [origin, ours, theirs] as Readonly<Record<string, unknown>>[]
  let lost = false
  const value: Record<string, unknown> = {}
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const three = [o![field], a![field], b![field]] as const
    const merged = special(field, three) ?? mergeValue(...three, prefer)
    if (merged.value !== undefined) value[field] = merged.value
    // Of two places among neighbours either is as good.
    lost ||= merged.lost && field !== 'order'
  }
  return { value: value as T, lost }
}

/** Lists of things that each stand there once. Ours come in their order, theirs behind. */
export function mergeSet<T>(
  origin: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  nameOf: (item: T) => string,
  prefer: Prefer,
): Merged<T[]> {
  const by = (items: readonly T[]): Map<string, T> =>
    new Map(items.map((item) => [nameOf(item), item]))
  const [o, a, b] = [by(origin), by(ours), by(theirs)]
  let lost = false
  const value = [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [was, our, their] = [o.get(name), a.get(name), b.get(name)]
    // Taken away by one and left alone by the other: gone. Changed by the other: it stays.
    if (our === undefined) return was !== undefined && equal(their, was) ? [] : [their!]
    if (their === undefined) return was !== undefined && equal(our, was) ? [] : [our]
    const merged = mergeValue(was, our, their, prefer)
    lost ||= merged.lost
    return [merged.value!]
  })
  return { value, lost }
}
