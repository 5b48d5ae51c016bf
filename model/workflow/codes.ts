import type { Content, Phrasing } from '../document/text.ts'

/** What stands in a text as one piece: a fact, or the number of a note. A translator carries it over and never types it. */
export type InlineCode = Extract<Phrasing, { readonly type: 'fact' | 'footnoteReference' }>

/** The codes of a text in their order, those inside of marks and links too. */
export const codesIn = (content: Content): InlineCode[] =>
  content.flatMap((node): InlineCode[] =>
    node.type === 'fact' || node.type === 'footnoteReference'
      ? [node]
      : 'children' in node
        ? codesIn(node.children)
        : [],
  )

const nameOf = (code: InlineCode): string =>
  code.type === 'fact' ? `fact ${code.fact}` : `note ${code.note}`

/** The first code of a source that its translation lacks, each as often as the source has it. */
export function nextCode(source: Content, target: Content): InlineCode | undefined {
  const there = new Map<string, number>()
  for (const code of codesIn(target)) there.set(nameOf(code), (there.get(nameOf(code)) ?? 0) + 1)
  return codesIn(source).find((code) => {
    const left = there.get(nameOf(code)) ?? 0
    there.set(nameOf(code), left - 1)
    return left <= 0
  })
}
