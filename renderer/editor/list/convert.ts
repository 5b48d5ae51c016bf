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
import { $contentOfNodes, $nodesOf } from '../phrasing/convert.ts'

/**
 * Lexical's items hold one text; each list below it is in an item of its own right after. Two of a kind that touch
 * would become one.
 */
const isPlain = ({ children: [text, ...lists] }: ListItem): boolean =>
  text?.type === 'paragraph' &&
  lists.every((list, at) => {
    const above = lists[at - 1]
    const joins = above?.type === 'list' && list.type === 'list' && above.ordered === list.ordered
    return list.type === 'list' && !joins && list.children.every(isPlain)
  })

function $listNode(flow: List): ListNode {
  const list = $createListNode(flow.ordered ? 'number' : 'bullet', flow.start ?? 1)
  for (const { children } of flow.children) {
    const [text, ...lists] = children
    if (text?.type === 'paragraph')
      list.append($setId($createListItemNode(), text.data.id).append(...$nodesOf(text.children)))
    for (const nested of lists)
      if (nested.type === 'list') list.append($createListItemNode().append($listNode(nested)))
  }
  return list
}

interface GrowingItem {
  readonly type: 'listItem'
  readonly children: Flow[]
}

/** Puts lists under an item; one goes on with the list of its kind that is there. */
function $nest(item: GrowingItem, lists: readonly ListNode[]): void {
  for (const inner of lists.map($list)) {
    const last = item.children.at(-1)
    if (last?.type === 'list' && last.ordered === inner.ordered)
      item.children.splice(-1, 1, { ...last, children: [...last.children, ...inner.children] })
    else item.children.push(inner)
  }
}

function $list(node: ListNode): List {
  const items: GrowingItem[] = []
  for (const item of node.getChildren()) {
    if (!$isListItemNode(item)) continue
    const children = item.getChildren()
    const nested = children.filter($isListNode)
    const words = children.filter((child) => !$isListNode(child))
    const above = items.at(-1)
    // A list that stands before any words belongs to the item above.
    const leads = $isListNode(children[0]) && above !== undefined
    if (leads) $nest(above, nested)
    if (leads && words.length === 0) continue
    const text: Flow = {
      type: 'paragraph',
      data: { id: $idOf(item) },
      children: $contentOfNodes(words),
    }
    const own: GrowingItem = { type: 'listItem', children: [text] }
    if (!leads) $nest(own, nested)
    items.push(own)
  }
  const ordered = node.getListType() === 'number'
  const start = node.getStart()
  return { type: 'list', ordered, ...(ordered && start !== 1 ? { start } : {}), children: items }
}

export const list: Construct = {
  $node: (flow) => (flow.type === 'list' && flow.children.every(isPlain) ? $listNode(flow) : null),
  $flow: (node) => ($isListNode(node) ? $list(node) : null),
}
