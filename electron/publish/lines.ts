import type { Element, ElementContent } from 'hast'

const BLOCKS = new Set(
  (
    'article aside blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr ' +
    'link li main meta nav ol p pre section style table tbody td th thead title tr ul'
  ).split(' '),
)
const isBlock = (node: ElementContent | undefined): boolean =>
  node?.type === 'element' && BLOCKS.has(node.tagName)

/**
 * Puts a line feed between neighbours of which one is a block, all the way down. A browser shows nothing of it; a
 * person who reads the source gets lines, and a program that takes the text out does not glue two blocks together.
 */
export function breakLines(element: Element): void {
  const children: ElementContent[] = []
  for (const child of element.children) {
    if (children.length > 0 && (isBlock(children.at(-1)) || isBlock(child)))
      children.push({ type: 'text', value: '\n' })
    if (child.type === 'element' && child.tagName !== 'pre') breakLines(child)
    children.push(child)
  }
  element.children = children
}
