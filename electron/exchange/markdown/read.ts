import type { Heading, RootContent } from 'mdast'
import type { Content } from '../../../model/document/text.ts'
import { definitionsIn } from '../../../model/markdown/definition.ts'
import { flowFromMdast } from '../../../model/markdown/flow.ts'
import { textFromMdast } from '../../../model/markdown/text.ts'
import { brokenContent, paragraph, trimContent } from '../content.ts'
import type { Draft, DraftBlock, DraftSection } from '../draft.ts'
import { notesIn } from './notes.ts'
import { commentIn, parseMarkdown } from './parse.ts'
import { picturesIn } from './picture.ts'

const isHeading = (node: RootContent | undefined): node is Heading => node?.type === 'heading'

/** A heading that the text begins with is its title if it stands above all others. */
function titleOf(nodes: readonly RootContent[]): Heading | undefined {
  const [first, ...rest] = nodes
  if (!isHeading(first)) return undefined
  const depths = rest.filter(isHeading).map(({ depth }) => depth)
  return first.depth === 1 || first.depth < Math.min(...depths) ? first : undefined
}

/**
 * The outline of a Markdown text. The highest headings below the title begin sections, lower ones stand inside. A
 * block that is an HTML comment, which readers of the text did not see, becomes an internal block.
 */
export function readMarkdown(markdown: string): Draft {
  const root = parseMarkdown(markdown)
  const definitions = definitionsIn(root)
  const text = (heading: Heading) => trimContent(textFromMdast(heading.children, definitions))
  const title = titleOf(root.children)
  const nodes = title ? root.children.slice(1) : root.children
  const level = Math.min(...nodes.filter(isHeading).map(({ depth }) => depth))
  const sections: DraftSection[] = []
  let heading: Content = []
  let blocks: DraftBlock[] = []
  const endSection = () => {
    if (heading.length > 0 || blocks.length > 0) sections.push({ heading, blocks })
    blocks = []
  }
  for (const node of nodes) {
    const comment = commentIn(node)
    if (comment !== undefined) {
      const lines = brokenContent(comment.split('\n').filter((line) => line.trim() !== ''))
      if (lines.length > 0) blocks.push({ node: paragraph(lines), internal: true })
    } else if (isHeading(node) && node.depth === level) {
      endSection()
      heading = text(node)
    } else {
      const pictures = picturesIn(node, definitions)
      for (const flow of flowFromMdast([node], definitions, level))
        blocks.push({ node: flow, internal: false, ...(pictures ? { pictures } : {}) })
    }
  }
  endSection()
  return { title: title ? text(title) : [], sections, notes: notesIn(root.children, definitions) }
}
