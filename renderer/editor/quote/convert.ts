import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text'
import type { Flow } from '../../../model/document/prose.ts'
import type { Construct } from '../construct.ts'

const PLAIN: ReadonlySet<Flow['type']> = new Set(['paragraph', 'heading', 'list', 'code'])

/** Two lists of a kind that touch would become one. */
const touches = (flow: Flow, above: Flow | undefined): boolean =>
  flow.type === 'list' && above?.type === 'list' && flow.ordered === above.ordered

/** A quote of plain blocks. What else a quote may hold is shown as it is and not edited. */
export const quote: Construct = {
  $node(flow, $inner) {
    if (flow.type !== 'blockquote' || flow.children.length === 0) return null
    const plain = flow.children.every(
      (child, at) => PLAIN.has(child.type) && !touches(child, flow.children[at - 1]),
    )
    if (!plain) return null
    const children = flow.children.map($inner).filter((child) => child !== null)
    if (children.length < flow.children.length) return null
    return $createQuoteNode({ shadowRoot: true }).append(...children)
  },
  $flow: (node, $inner) =>
    $isQuoteNode(node) ? { type: 'blockquote', children: node.getChildren().map($inner) } : null,
}
