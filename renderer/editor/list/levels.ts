import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListItemNode,
  type ListNode,
} from '@lexical/list'
import { $findMatchingParent, type LexicalNode, type NodeKey, type RangeSelection } from 'lexical'
import { MAX_DEPTH } from '../../../model/document/prose.ts'

/** An item alone is a list, an item and its text; each level above it is a list and its item more. */
const MAX_INDENT = Math.floor((MAX_DEPTH - 3) / 2)

/** The list that an item holds and nothing else: it stands right after the item that it is under. */
function $listIn(node: LexicalNode | null): ListNode | null {
  const list = $isListItemNode(node) ? node.getFirstChild() : null
  return $isListNode(list) ? list : null
}

const $after = (item: ListItemNode): ListItemNode[] =>
  item.getNextSiblings().filter($isListItemNode)

/** The items that hold the lists under an item. */
function $under(item: ListItemNode): ListItemNode[] {
  const rest = $after(item)
  const end = rest.findIndex((next) => $listIn(next) === null)
  return end === -1 ? rest : rest.slice(0, end)
}

/** The last item of words at or before a node. */
function $wordsBefore(node: LexicalNode | null): ListItemNode | null {
  for (let item = node; item !== null; item = item.getPreviousSibling())
    if ($isListItemNode(item) && $listIn(item) === null) return item
  return null
}

/** The item that one stands under. */
const $above = (item: ListItemNode): ListItemNode | null =>
  $wordsBefore(item.getParent()?.getParent() ?? null)

/** How many levels a list has, itself included. */
const $levels = (list: ListNode): number =>
  1 + Math.max(0, ...list.getChildren().map((item) => $levelsIn(item)))
const $levelsIn = (item: LexicalNode): number => {
  const list = $listIn(item)
  return list === null ? 0 : $levels(list)
}

/** The items of words that a selection comes to, in their order. */
function $selected(selection: RangeSelection): Set<ListItemNode> {
  const items = new Map<NodeKey, ListItemNode>()
  for (const node of selection.getNodes()) {
    const item = $findMatchingParent(node, $isListItemNode)
    // What lies between two items has the item around their list in it, whose words are not selected.
    if (item !== null && $listIn(item) === null) items.set(item.getKey(), item)
  }
  return new Set(items.values())
}

/**
 * The selected items that Tab moves in, or Shift+Tab out. What stands under one goes along and is not named. An item goes
 * in where one stands beside it that does not: not where that is to go in itself and cannot.
 */
export function $movable(selection: RangeSelection, out: boolean): ListItemNode[] {
  const keys = new Set<NodeKey>()
  const stay = new Set<NodeKey>()
  const goes = (item: ListItemNode): boolean => {
    if (out) return item.getIndent() > 0
    const before = $wordsBefore(item.getPreviousSibling())
    const deepest = item.getIndent() + Math.max(0, ...$under(item).map($levelsIn))
    return before !== null && !stay.has(before.getKey()) && deepest < MAX_INDENT
  }
  return [...$selected(selection)].filter((item) => {
    for (let above = $above(item); above !== null; above = $above(above))
      if (keys.has(above.getKey())) return false
    const moves = goes(item)
    ;(moves ? keys : stay).add(item.getKey())
    return moves
  })
}

/** Under the item before it, at the end of what stands there. */
export function $moveIn(item: ListItemNode): void {
  const list = item.getParent()
  if (!$isListNode(list)) return
  const whole = [item, ...$under(item)]
  const before = $listIn(item.getPreviousSibling())
  if (before !== null) before.append(...whole)
  else {
    const inner = $createListNode(list.getListType())
    item.insertBefore($createListItemNode().append(inner))
    inner.append(...whole)
  }
}

/** After the item that it stands under. What came after it stays as deep as it was, and so comes to stand under it. */
export function $moveOut(item: ListItemNode): void {
  const list = item.getParent()
  const holder = list?.getParent()
  if (!$isListNode(list) || !$isListItemNode(holder)) return
  const whole = [item, ...$under(item)]
  const rest = $after(whole.at(-1)!)
  let last: ListItemNode = holder
  for (const one of whole) {
    last.insertAfter(one)
    last = one
  }
  if (rest.length > 0) last = $put(last, list, rest)
  // Two lists of a kind that come to touch are one.
  const [inner, next] = [$listIn(last), last.getNextSibling()]
  const following = $listIn(next)
  if (inner !== null && following !== null && inner.getListType() === following.getListType()) {
    inner.append(...following.getChildren())
    next?.remove()
  }
  if (list.isEmpty()) list.remove()
  if (holder.isEmpty()) holder.remove()
}

/** Puts items as deep as they were behind one: into the list there, or into one of the kind of theirs. */
function $put(last: ListItemNode, list: ListNode, rest: readonly ListItemNode[]): ListItemNode {
  const there = $listIn(last)
  if (there !== null && there.getListType() === list.getListType()) {
    there.append(...rest)
    return last
  }
  const holder = $createListItemNode().append($createListNode(list.getListType()).append(...rest))
  last.insertAfter(holder)
  return holder
}

/** A list does not begin with one in a list: what stands under nothing comes out to where something could. */
export function $beginWithWords(list: ListNode): void {
  for (;;) {
    const holder = list.getFirstChild()
    const inner = $listIn(holder)
    if (holder === null || inner === null) return
    for (const item of inner.getChildren()) holder.insertBefore(item)
    inner.remove()
    if ($isListItemNode(holder) && holder.isEmpty()) holder.remove()
  }
}
