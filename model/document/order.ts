import * as v from 'valibot'
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** A fractional key (the `fractional-indexing` library, base 62): plain string comparison gives the order. */
export const OrderSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,200}$/))

/** A key longer than this is worth giving all that stand there new ones: a document takes keys of up to 200 characters. */
export const LONG_ORDER = 64

/** A key between two neighbours; null is the edge. */
export const orderBetween = (before: string | null, after: string | null): string =>
  generateKeyBetween(before, after)

/** `count` keys between two neighbours, ascending. */
export const ordersBetween = (
  before: string | null,
  after: string | null,
  count: number,
): string[] => generateNKeysBetween(before, after, count)

interface Ordered {
  readonly id: string
  readonly order: string
}

/** Ids break ties, so that two machines that picked the same key still agree. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
