import { newId } from '../document/identifier.ts'
import type { Flow, List } from '../document/prose.ts'
import type { Content } from '../document/text.ts'

/** An item of a list while its list is not known yet. Level 1 is the outermost. */
export interface Item {
  readonly type: 'item'
  readonly level: number
  readonly ordered: boolean
  readonly start: number
  readonly content: Content
}

/** Items deeper than this join the level: a list in a list is two of the sixteen levels of a document. */
const DEEPEST = 6
/** A list has no more items than this; what follows is a list of its own. */
const LONGEST = 5000
const LARGEST_NUMBER = 999_000_000

interface Growing {
  readonly level: number
  readonly list: Omit<List, 'children'> & { readonly children: GrowingItem[] }
}
interface GrowingItem {
  readonly type: 'listItem'
  readonly children: Flow[]
}

const begin = ({ level, ordered, start }: Item): Growing => ({
  level,
  list: {
    type: 'list',
    ordered,
    ...(ordered && start > 1 ? { start: Math.min(start, LARGEST_NUMBER) } : {}),
    children: [],
  },
})

/** The lists that items one after another make: deeper ones stand inside the item above them. */
function listsOf(items: readonly Item[]): List[] {
  const out: List[] = []
  /** The lists that are open, outermost first. */
  let open: Growing[] = []
  for (const item of items) {
    const { ordered, content } = item
    const level = Math.min(Math.max(item.level, 1), DEEPEST)
    let here = open.at(-1)
    let left: Growing | undefined
    while (here !== undefined && open.length > 1 && here.level > level) {
      left = open.pop()
      here = open.at(-1)
    }
    if (here !== undefined && here.level < level) {
      // An item holds one list: one that was left for a shallower level goes on at that.
      if (left === undefined) {
        left = begin({ ...item, level })
        here.list.children.at(-1)!.children.push(left.list)
      }
      here = { ...left, level }
      open.push(here)
    } else if (
      here === undefined ||
      (open.length === 1 && (here.list.ordered !== ordered || here.list.children.length >= LONGEST))
    ) {
      here = begin({ ...item, level })
      open = [here]
      out.push(here.list)
    }
    here.list.children.push({
      type: 'listItem',
      children: [{ type: 'paragraph', data: { id: newId() }, children: content }],
    })
  }
  return out
}

/** Everything in its order, with items that stand together as lists. */
export function grouped(parts: readonly (Flow | Item)[]): Flow[] {
  const out: Flow[] = []
  let items: Item[] = []
  const close = (): void => {
    out.push(...listsOf(items))
    items = []
  }
  for (const part of parts) {
    if (part.type === 'item') items.push(part)
    else {
      close()
      out.push(part)
    }
  }
  close()
  return out
}
