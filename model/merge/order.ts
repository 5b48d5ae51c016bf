import { orderBetween } from '../document/order.ts'

interface Ordered {
  readonly id: string
  readonly order: string
}

/**
 * The row with an order of its own among its neighbours: two who put something in one place chose the same key, and
 * between two that are equal nothing could ever be put.
 */
export function placedApart<T extends Ordered>(row: T, rows: readonly Ordered[]): T {
  const others = rows.filter(({ id }) => id !== row.id).map(({ order }) => order)
  if (!others.includes(row.order)) return row
  const next = others.filter((order) => order > row.order).toSorted()[0] ?? null
  return { ...row, order: orderBetween(row.order, next) }
}
