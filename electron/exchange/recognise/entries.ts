import type { EntryKind } from '../../../model/document/entry.ts'
import type { Workstream } from '../../../model/document/postmortem.ts'
import type { Flow, List } from '../../../model/document/prose.ts'
import type { Content } from '../../../model/document/text.ts'

/** What recognition made of a block: an entry with its texts in the order of its fields, or the prose it was. */
export type Found =
  | { readonly kind: 'prose'; readonly node: Flow }
  | {
      readonly kind: EntryKind
      readonly texts: readonly Content[]
      readonly workstream?: Omit<Workstream, 'order'> | undefined
    }

/**
 * The items of a list as entries of one kind. What an item holds besides its first paragraph follows it as prose.
 * Undefined where an item does not begin with a paragraph, or where its number would be lost: then the list stays.
 */
export function entriesOf(list: List, kind: EntryKind): Found[] | undefined {
  if ((list.start ?? 1) !== 1) return undefined
  const found: Found[] = []
  for (const item of list.children) {
    const [first, ...rest] = item.children
    if (first?.type !== 'paragraph') return undefined
    found.push({ kind, texts: [first.children] })
    found.push(...rest.map((node): Found => ({ kind: 'prose', node })))
  }
  return found
}
