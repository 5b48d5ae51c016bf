import type { Flow } from '../../model/document/prose.ts'

const PLAIN: ReadonlySet<Flow['type']> = new Set(['paragraph', 'heading', 'list', 'code'])

/** Two lists of a kind that touch would become one. */
const touches = (flow: Flow, above: Flow | undefined): boolean =>
  flow.type === 'list' && above?.type === 'list' && flow.ordered === above.ordered

/** Blocks that the editor can show inside another block. */
export const isPlain = (children: readonly Flow[]): boolean =>
  children.length > 0 &&
  children.every((child, at) => PLAIN.has(child.type) && !touches(child, children[at - 1]))
