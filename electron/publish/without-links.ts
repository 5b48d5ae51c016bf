import type { Content } from '../../model/document/text.ts'

/** The same text without its links and notes, for a place that is a link already. */
export const withoutLinks = (content: Content): Content =>
  content.flatMap((node) => {
    if (node.type === 'footnoteReference') return []
    if (node.type === 'link') return withoutLinks(node.children)
    return 'children' in node ? [{ ...node, children: withoutLinks(node.children) }] : [node]
  })
