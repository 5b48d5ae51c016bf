import type { LexicalNode } from 'lexical'
import type { Flow } from '../../model/document/prose.ts'

/**
 * One kind of block, both ways. `$node` answers null for structure that the editor cannot show as it is, and `$flow`
 * for a node that belongs to another construct. `$inner` converts what stands inside.
 */
export interface Construct {
  readonly $node: (flow: Flow, $inner: (flow: Flow) => LexicalNode | null) => LexicalNode | null
  readonly $flow: (node: LexicalNode, $inner: (node: LexicalNode) => Flow) => Flow | null
}
