import type { Construct } from '../construct.ts'
import { isPlain } from '../plain.ts'
import { $createCalloutNode, $isCalloutNode } from './node.ts'

/** A callout of plain blocks. What else one may hold is shown as it is and not edited. */
export const callout: Construct = {
  $node(flow, $inner) {
    if (flow.type !== 'callout' || !isPlain(flow.children)) return null
    const children = flow.children.map($inner).filter((child) => child !== null)
    if (children.length < flow.children.length) return null
    return $createCalloutNode(flow.tone).append(...children)
  },
  $flow: (node, $inner) =>
    $isCalloutNode(node)
      ? {
          type: 'callout',
          tone: node.getTone(),
          children: node.getChildren().map($inner),
        }
      : null,
}
