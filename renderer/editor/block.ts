import { $isElementNode, type LexicalNode } from 'lexical'
import type { ProseBlock } from '../../model/document/block.ts'
import { newId } from '../../model/document/identifier.ts'
import type { Flow } from '../../model/document/prose.ts'
import { callout } from './callout/convert.ts'
import { code } from './code/convert.ts'
import type { Construct } from './construct.ts'
import { heading } from './heading/convert.ts'
import { $idOf, $setAudience, $setId } from './ids/state.ts'
import { list } from './list/convert.ts'
import { $createOpaqueNode, $isOpaqueNode } from './opaque/node.ts'
import { paragraph } from './paragraph/convert.ts'
import { $contentOf } from './phrasing/convert.ts'
import { quote } from './quote/convert.ts'
import { rule } from './rule/convert.ts'
import { table } from './table/convert.ts'

const CONSTRUCTS: readonly Construct[] = [
  paragraph,
  heading,
  list,
  quote,
  callout,
  code,
  table,
  rule,
]

function $plainNode(flow: Flow): LexicalNode | null {
  for (const construct of CONSTRUCTS) {
    const node = construct.$node(flow, $plainNode)
    if (node !== null) return node
  }
  return null
}

/** The node that shows a block, with its id and audience. */
export function $nodeOf(block: Pick<ProseBlock, 'id' | 'audience' | 'node'>): LexicalNode {
  const node = $plainNode(block.node)
  return $setAudience($setId(node ?? $createOpaqueNode(block.node), block.id), block.audience)
}

/** What a block's node says now. */
export function $flowOf(node: LexicalNode): Flow {
  if ($isOpaqueNode(node)) return node.getFlow()
  for (const construct of CONSTRUCTS) {
    const flow = construct.$flow(node, $flowOf)
    if (flow !== null) return flow
  }
  // Something that got in by a way we do not know: its words are kept as a paragraph.
  return {
    type: 'paragraph',
    data: { id: $idOf(node) || newId() },
    children: $isElementNode(node)
      ? $contentOf(node)
      : [{ type: 'text', value: node.getTextContent() }],
  }
}
