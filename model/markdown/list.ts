import type { BlockContent, DefinitionContent, List as MdastList } from 'mdast'
import { newId } from '../document/identifier.ts'
import type { Flow, List, ListItem } from '../document/prose.ts'
import type { Phrasing } from '../document/text.ts'

/** More items than this are several lists: the document's schema has its limit. */
const LONGEST = 5000
const LARGEST_NUMBER = 900_000_000

/** A task's box as it is written, at the head of the item's first paragraph. */
function withBox(children: readonly Flow[], checked: boolean | null | undefined): readonly Flow[] {
  if (typeof checked !== 'boolean') return children
  const box: Phrasing = { type: 'text', value: checked ? '[x] ' : '[ ] ' }
  const [first, ...rest] = children
  return first?.type === 'paragraph'
    ? [{ ...first, children: [box, ...first.children] }, ...rest]
    : [{ type: 'paragraph', data: { id: newId() }, children: [box] }, ...children]
}

export function listsFromMdast(
  { ordered, start, children }: MdastList,
  flow: (nodes: readonly (BlockContent | DefinitionContent)[]) => Flow[],
): List[] {
  const items = children.map((item): ListItem => ({
    type: 'listItem',
    children: withBox(flow(item.children), item.checked),
  }))
  const lists: List[] = []
  for (let at = 0; at < items.length; at += LONGEST) {
    const number = Math.min((start ?? 1) + at, LARGEST_NUMBER)
    lists.push({
      type: 'list',
      ordered: ordered === true,
      ...(ordered && number !== 1 ? { start: number } : {}),
      children: items.slice(at, at + LONGEST),
    })
  }
  return lists
}

export const listToMdast = (
  { ordered, start, children }: List,
  flow: (nodes: readonly Flow[]) => BlockContent[],
): MdastList => ({
  type: 'list',
  ordered,
  start: ordered ? (start ?? 1) : null,
  spread: false,
  children: children.map((item) => ({
    type: 'listItem',
    // a blank line only between paragraphs, which would be one without it
    spread: item.children.some(
      (node, at) => node.type !== 'list' && at > 0 && item.children[at - 1]!.type !== 'list',
    ),
    children: flow(item.children),
  })),
})
