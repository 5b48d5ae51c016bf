import { newId } from '../../../model/document/identifier.ts'
import type { Workstream } from '../../../model/document/postmortem.ts'
import type { List, ListItem } from '../../../model/document/prose.ts'
import { plainText, type Content } from '../../../model/document/text.ts'
import { splitContent, trimContent } from '../content.ts'
import { columns } from '../text/line.ts'
import { entriesOf, type Found } from './entries.ts'

/** A name before a colon is at most this long, in columns; longer is a sentence. */
const LONGEST_NAME = 80
const COLON = /[:：](?=\s|$|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])|：/u

/** `Name: text` cut behind the colon, or undefined where that is not how a text is made. */
function splitLabel(content: Content): [name: Content, text: Content] | undefined {
  const text = plainText(content)
  const at = COLON.exec(text)?.index
  if (at === undefined || /\p{Sentence_Terminal}\s|\n/u.test(text.slice(0, at))) return undefined
  if (columns(text.slice(0, at)) > LONGEST_NAME) return undefined
  const [name, rest] = splitContent(content, at + 1).map(trimContent) as [Content, Content]
  return name.length > 0 && rest.length > 0 ? [name, rest] : undefined
}

interface Group {
  readonly name: Content
  /** The group's own list, and anything that stands behind it in the item. */
  readonly list: List
  readonly rest: ListItem['children']
}

function groupOf(item: ListItem): Group | undefined {
  const [first, list, ...rest] = item.children
  if (first?.type !== 'paragraph' || list?.type !== 'list') return undefined
  return { name: first.children, list, rest }
}

const isText = (item: ListItem): boolean =>
  item.children.length === 1 && item.children[0]?.type === 'paragraph'

/** Is a list made of groups of commitments: at least one item has its own list, and all are groups or plain texts? */
export const holdsGroups = (list: List): boolean =>
  (list.start ?? 1) === 1 &&
  list.children.some(groupOf) &&
  list.children.every((item) => groupOf(item) !== undefined || isText(item))

/**
 * A list of commitments as actions. An item with a list of its own is a workstream and that list its actions; where
 * some are, or all items are `Name: text`, such an item is a workstream with one action. Texts stand in their order.
 */
export function commitmentsOf(list: List): Found[] | undefined {
  const grouped = holdsGroups(list)
  const labels = list.children.map((item) => {
    const [first] = item.children
    return isText(item) && first?.type === 'paragraph' ? splitLabel(first.children) : undefined
  })
  if (!grouped && !(list.ordered && (list.start ?? 1) === 1 && labels.every((label) => label)))
    return entriesOf(list, 'action')
  const found: Found[] = []
  for (const [at, item] of list.children.entries()) {
    const group = groupOf(item)
    const label = labels[at]
    const name = group?.name ?? label?.[0]
    const workstream: Omit<Workstream, 'order'> | undefined = name && {
      id: newId(),
      name: { id: newId(), content: name },
    }
    if (group) {
      const entries = entriesOf(group.list, 'action')
      if (entries === undefined) return undefined
      found.push(
        ...entries.map((entry) => (entry.kind === 'prose' ? entry : { ...entry, workstream })),
      )
      found.push(...group.rest.map((node): Found => ({ kind: 'prose', node })))
    } else if (label) found.push({ kind: 'action', texts: [label[1]], workstream })
    else found.push(...entriesOf({ ...list, children: [item] }, 'action')!)
  }
  return found
}
