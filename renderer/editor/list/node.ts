import { $isListItemNode, $isListNode, ListNode } from '@lexical/list'
import { $getEditor, $getNodeByKey, $hasUpdateTag, ElementNode, type LexicalNode } from 'lexical'
import { SESSION_TAG } from '../ids/keep.ts'
import { $audienceOf } from '../ids/state.ts'
import { readState } from '../read.ts'
import { $beginWithWords } from './levels.ts'

/** The numbers of the items. An item that only holds a list has none. */
function $number(list: ListNode): void {
  let value = list.getStart()
  for (const item of list.getChildren()) {
    if (!$isListItemNode(item)) continue
    if (item.getValue() !== value) item.setValue(value)
    if (!$isListNode(item.getFirstChild())) value++
  }
}

/** Did the two stand side by side before this update? */
const $stoodBeside = (list: LexicalNode, next: LexicalNode): boolean =>
  readState(
    $getEditor(),
    () => $getNodeByKey(list.getKey())?.getNextSibling()?.getKey() === next.getKey(),
  )

/**
 * A person who takes away what parted two lists makes them one, as in every editor; two that stood side by side, were
 * moved there or are for different readers stay two.
 */
function $join(list: ListNode): void {
  const next = list.getNextSibling()
  if (!$isListNode(next) || next.getListType() !== list.getListType()) return
  if ($audienceOf(next) !== null && $audienceOf(next) !== $audienceOf(list)) return
  if ($hasUpdateTag(SESSION_TAG) || $stoodBeside(list, next)) return
  list.append(...next.getChildren())
  next.remove()
}

/** The class above Lexical's list, whose own transform is left out with it. */
const ABOVE = ElementNode as unknown as typeof ListNode

/**
 * A list beside which another of its kind may stand. Lexical's own joins whatever list of its kind comes to touch it, and
 * with it a block would be gone, with its id and its readers. So this one takes over what that says of itself, and does
 * something else after each change.
 */
export class BlockListNode extends ListNode {
  override $config() {
    const { json, generated } = super.$config().list ?? {}
    return this.config('block-list', {
      extends: ABOVE,
      ...(json && { json }),
      ...(generated && { generated }),
      $transform: (list: ListNode) => {
        $join(list)
        $beginWithWords(list)
        $number(list)
      },
    })
  }
}

/** In the place of Lexical's own, wherever it makes one. */
export const blockList = {
  replace: ListNode,
  with: (list: ListNode) => new BlockListNode(list.getListType(), list.getStart()),
  withKlass: BlockListNode,
}
