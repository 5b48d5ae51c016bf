import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListNode,
} from '@lexical/list'
import type { Flow, List, ListItem } from '../../../model/document/prose.ts'
import type { Construct } from '../construct.ts'
import { $idOf, $setId } from '../ids/state.ts'
import { $contentOf, $nodesOf } from '../phrasing/convert.ts'

/** Lexical's items hold one text and, in an item of its own right after, one list. */
const isPlain = ({ children: [text, list, more] }: ListItem): boolean =>
  text?.type === 'paragraph' &&
  more === undefined &&
  (list === undefined || (list.type === 'list' && list.children.every(isPlain)))

function $listNode(flow: List): ListNode {
  const list = $createListNode(flow.ordered ? 'number' : 'bullet', flow.start ?? 1)
  for (const { children } of flow.children) {
    const [text, nested] = children
    if (text?.type === 'paragraph')
      list.append($setId($createListItemNode(), text.data.id).append(...$nodesOf(text.children)))
    if (nested?.type === 'list') list.append($createListItemNode().append($listNode(nested)))
  }
  return list
}

function $list(node: ListNode): List {
  const items: { type: 'listItem'; children: Flow[] }[] = []
  for (const item of node.getChildren()) {
    if (!$isListItemNode(item)) continue
    const nested = item.getChildren().filter($isListNode)
    const above = items.at(-1)
    if (nested.length > 0 && nested.length === item.getChildrenSize() && above !== undefined) {
      above.children.push(...nested.map($list))
      continue
    }
    const text: Flow = { type: 'paragraph', data: { id: $idOf(item) }, children: $contentOf(item) }
    items.push({ type: 'listItem', children: [text, ...nested.map($list)] })
  }
  const ordered = node.getListType() === 'number'
  const start = node.getStart()
  return { type: 'list', ordered, ...(ordered && start !== 1 ? { start } : {}), children: items }
}

export const list: Construct = {
  $node: (flow) => (flow.type === 'list' && flow.children.every(isPlain) ? $listNode(flow) : null),
  $flow: (node) => ($isListNode(node) ? $list(node) : null),
}
