import type { Flow } from '../../model/document/prose.ts'

const PLAIN: ReadonlySet<Flow['type']> = new Set(['paragraph', 'heading', 'list', 'code'])

/** Blocks that the editor can show inside another block. */
export const isPlain = (children: readonly Flow[]): boolean =>
  children.length > 0 && children.every(({ type }) => PLAIN.has(type))
