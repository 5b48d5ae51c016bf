import type { Flow, List } from '../../../model/document/prose.ts'
import { plainText } from '../../../model/document/text.ts'
import type { DraftBlock } from '../draft.ts'
import { readsAsHeading } from '../text/heading.ts'

const firstNumber = (list: List): number => list.start ?? 1

/** Does the last item of a numbered list wait for the bullets below it, as `1. Name:` does? */
function leadsOn(list: List): boolean {
  const last = list.children.at(-1)
  const node = last?.children.at(-1)
  if (!list.ordered || last?.children.length !== 1 || node?.type !== 'paragraph') return false
  const text = plainText(node.children)
  return /[:：]$/u.test(text) || readsAsHeading(text)
}

const withUnderLast = (list: List, nested: List): List => {
  const last = list.children.at(-1)!
  return {
    ...list,
    children: list.children.with(-1, { ...last, children: [...last.children, nested] }),
  }
}

/**
 * Joins what Markdown takes apart when it isn't indented: a numbered line that leads into bullets, the bullets, and
 * the next numbered line are one list of groups. Reading order stays as it is.
 */
export function joinGroups(blocks: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    const merged =
      before && before.internal === block.internal ? join(before.node, block.node) : undefined
    if (before && merged) joined[joined.length - 1] = { ...before, node: merged }
    else joined.push(block)
  }
  return joined
}

function join(before: Flow, node: Flow): List | undefined {
  if (before.type !== 'list' || node.type !== 'list' || !before.ordered) return undefined
  if (!node.ordered) return leadsOn(before) ? withUnderLast(before, node) : undefined
  const next = firstNumber(before) + before.children.length
  const grouped = before.children.at(-1)?.children.at(-1)?.type === 'list'
  return grouped && firstNumber(node) === next
    ? { ...before, children: [...before.children, ...node.children] }
    : undefined
}
