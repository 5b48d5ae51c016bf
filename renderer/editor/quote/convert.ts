import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text'
import { newId } from '../../../model/document/identifier.ts'
import type { Attribution } from '../../../model/document/prose.ts'
import { isBlank } from '../../../model/document/text.ts'
import type { Construct } from '../construct.ts'
import { $idOf, $setId } from '../ids/state.ts'
import { $contentOf, $nodesOf } from '../phrasing/convert.ts'
import { isPlain } from '../plain.ts'
import { $createAttributionNode, $isAttributionNode, type AttributionNode } from './attribution.ts'

function $attribution(node: AttributionNode | undefined): Attribution | undefined {
  if (node === undefined) return undefined
  const children = $contentOf(node)
  return isBlank(children)
    ? undefined
    : { type: 'attribution', data: { id: $idOf(node) || newId() }, children }
}

/** A quote of plain blocks. What else a quote may hold is shown as it is and not edited. */
export const quote: Construct = {
  $node(flow, $inner) {
    if (flow.type !== 'blockquote' || !isPlain(flow.children)) return null
    const children = flow.children.map($inner).filter((child) => child !== null)
    if (children.length < flow.children.length) return null
    const said = $setId($createAttributionNode(), flow.attribution?.data.id ?? newId())
    said.append(...$nodesOf(flow.attribution?.children ?? []))
    return $createQuoteNode({ shadowRoot: true }).append(...children, said)
  },
  $flow(node, $inner) {
    if (!$isQuoteNode(node)) return null
    const all = node.getChildren()
    const children = all.filter((child) => !$isAttributionNode(child)).map($inner)
    const attribution = $attribution(all.find($isAttributionNode))
    return { type: 'blockquote', children, ...(attribution ? { attribution } : {}) }
  },
}
