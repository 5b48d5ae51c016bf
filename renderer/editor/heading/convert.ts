import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text'
import type { Heading } from '../../../model/document/prose.ts'
import type { Construct } from '../construct.ts'
import { $idOf, $setId } from '../ids/state.ts'
import { $contentOf, $nodesOf } from '../phrasing/convert.ts'

/** The title of the page is h1 and a section's heading h2, so that what stands in a section begins with h3. */
const ABOVE = 2

export const tagOf = (depth: Heading['depth']): HeadingTagType =>
  `h${depth + ABOVE}` as HeadingTagType

/** The depth that a tag has in a section; what comes from elsewhere is brought within the three there are. */
export function depthOf(tag: HeadingTagType): Heading['depth'] {
  const depth = Number(tag.slice(1)) - ABOVE
  return depth <= 1 ? 1 : depth === 2 ? 2 : 3
}

export const heading: Construct = {
  $node: (flow) =>
    flow.type === 'heading'
      ? $setId($createHeadingNode(tagOf(flow.depth)), flow.data.id).append(
          ...$nodesOf(flow.children),
        )
      : null,
  $flow: (node) =>
    $isHeadingNode(node)
      ? {
          type: 'heading',
          depth: depthOf(node.getTag()),
          data: { id: $idOf(node) },
          children: $contentOf(node),
        }
      : null,
}
