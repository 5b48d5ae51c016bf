import type { Flow } from '../../model/document/prose.ts'

const PLAIN: ReadonlySet<Flow['type']> = new Set(['paragraph', 'heading', 'list', 'code'])

/** Two lists of a kind that touch would become one. */
export const touches = (flow: Flow, above: Flow | undefined): boolean =>
  flow.type === 'list' && above?.type === 'list' && flow.ordered === above.ordered

/** Blocks that the editor can show inside another block. */
export const isPlain = (children: readonly Flow[]): boolean =>
  children.length > 0 &&
  children.every((child, at) => PLAIN.has(child.type) && !touches(child, children[at - 1]))

/** Two lists of a kind that touch are one. */
export const listsJoined = (flows: readonly Flow[]): Flow[] => {
  const out: Flow[] = []
  for (const flow of flows) {
    const above = out.at(-1)
    if (flow.type === 'list' && touches(flow, above) && above?.type === 'list')
      out.splice(-1, 1, { ...above, children: [...above.children, ...flow.children] })
    else out.push(flow)
  }
  return out
}
