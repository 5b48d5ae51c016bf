export type Run<T> = readonly [T, ...T[]]

/** Neighbours with the same key, together; nothing changes its place. */
export function runs<T>(items: readonly T[], key: (item: T) => unknown): Run<T>[] {
  const found: [T, ...T[]][] = []
  let last: unknown
  for (const item of items) {
    const next = key(item)
    const open = found.at(-1)
    if (open !== undefined && next === last) open.push(item)
    else found.push([item])
    last = next
  }
  return found
}
