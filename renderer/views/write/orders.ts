import { ordersBetween } from '../../../model/document/order.ts'

interface Row {
  readonly id: string
  readonly order: string
  readonly kind?: string
}

/**
 * Orders for `count` rows right after another, or (null) before the first. Notes bound nothing, because they have no
 * place of their own and may have the order of a block; neither does what moves itself.
 */
export function ordersAfter(
  rows: readonly Row[],
  after: string | null,
  count: number,
  moved: ReadonlySet<string> = new Set(),
): string[] {
  const bounds = (row: Row): boolean => row.kind !== 'footnote' && !moved.has(row.id)
  const at = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1
  const lower = rows.slice(0, at).findLast(bounds)
  const upper = rows.slice(at).find(bounds)
  return ordersBetween(lower?.order ?? null, upper?.order ?? null, count)
}

/** The order for one. */
export const orderAfter = (rows: readonly Row[], after: string | null): string =>
  ordersAfter(rows, after, 1)[0]!
