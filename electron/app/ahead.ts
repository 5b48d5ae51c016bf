/**
 * What `make` makes of each item, in their order, while the next ones are on their way: one may wait for another process while
 * this one is busy with what came before. Whoever stops early waits for those that are begun.
 *
 * @param most how many are begun and not taken yet
 */
export async function* ahead<T, R>(
  items: readonly T[],
  most: number,
  make: (item: T) => Promise<R>,
): AsyncGenerator<readonly [item: T, made: Promise<R>], void, undefined> {
  const begun: Promise<R>[] = []
  let next = 0
  try {
    for (const item of items) {
      for (const one of items.slice(next, next + most - begun.length)) {
        const made = make(one)
        // It is told to whoever takes it, and not to the process because nobody has yet.
        made.catch(() => {})
        begun.push(made)
        next++
      }
      yield [item, begun[0]!]
      void begun.shift()
    }
  } finally {
    await Promise.allSettled(begun)
  }
}
