import { createStore, type StoreApi } from 'zustand/vanilla'

/** Blocks that are selected as wholes, in the order of the page. */
export interface Picked {
  readonly ids: readonly string[]
  /** Where the selection began, and the block that a key extends it from. */
  readonly anchor: string
  readonly head: string
}

export interface PickedState {
  /** Null: one writes in the text, or does something else. */
  readonly picked: Picked | null
  /** What was done to blocks last, in words, for those who do not see it. */
  readonly said: { readonly text: string; readonly serial: number }
}

export type PickedStore = StoreApi<PickedState>

export const createPicked = (): PickedStore =>
  createStore<PickedState>(() => ({ picked: null, said: { text: '', serial: 0 } }))

/** The blocks from one to another, both with them. */
export function pickRange(order: readonly string[], anchor: string, head: string): Picked | null {
  const from = order.indexOf(anchor)
  const to = order.indexOf(head)
  if (from === -1 || to === -1) return null
  return { ids: order.slice(Math.min(from, to), Math.max(from, to) + 1), anchor, head }
}

/** All of these. */
export function pickAll(ids: readonly string[]): Picked | null {
  const [anchor] = ids
  const head = ids.at(-1)
  return anchor === undefined || head === undefined ? null : { ids, anchor, head }
}

/** The selection one further, up or down: from its head to the next block, or over both where `extend`. */
export function pickNext(
  order: readonly string[],
  now: Picked,
  direction: -1 | 1,
  extend: boolean,
): Picked | null {
  const at = order.indexOf(now.head)
  const head = order[Math.max(0, Math.min(order.length - 1, at + direction))]
  if (head === undefined) return null
  return pickRange(order, extend ? now.anchor : head, head)
}

/** What is left of a selection after blocks came, went and moved. */
export function pickLeft(order: readonly string[], now: Picked): Picked | null {
  const there = new Set(order)
  const ids = now.ids.filter((id) => there.has(id))
  if (ids.length === now.ids.length) return now
  const left = pickAll(ids)
  if (left === null) return null
  return {
    ids,
    anchor: there.has(now.anchor) ? now.anchor : left.anchor,
    head: there.has(now.head) ? now.head : left.head,
  }
}
