import { $createParagraphNode, $isParagraphNode } from 'lexical'
import type { Construct } from '../construct.ts'
import { $idOf, $setId } from '../ids/state.ts'
import { $contentOf, $nodesOf } from '../phrasing/convert.ts'

export const paragraph: Construct = {
  $node: (flow) =>
    flow.type === 'paragraph'
      ? $setId($createParagraphNode(), flow.data.id).append(...$nodesOf(flow.children))
      : null,
  $flow: (node) =>
    $isParagraphNode(node)
      ? { type: 'paragraph', data: { id: $idOf(node) }, children: $contentOf(node) }
      : null,
}
