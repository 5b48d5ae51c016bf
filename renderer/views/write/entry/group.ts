import type { Block } from '../../../../model/document/block.ts'

/** The workstream of the place after a block, or before the first: that of the action there; else `otherwise`. */
export function groupAt(
  blocks: readonly Block[],
  after: string | null,
  otherwise: string | null,
): string | null {
  const at = blocks.findIndex(({ id }) => id === after)
  const [before, next] = [blocks[at], blocks[at + 1]]
  if (before?.kind === 'action') return before.workstream
  return next?.kind === 'action' ? next.workstream : otherwise
}
