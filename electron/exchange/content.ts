import { newId } from '../../model/document/identifier.ts'
import type { Heading, Paragraph } from '../../model/document/prose.ts'
import type { Content, Phrasing } from '../../model/document/text.ts'
import { textNodes } from '../../model/markdown/plain.ts'

/** Plain characters as a text, without white space at its edges. */
export const textContent = (value: string): Content => textNodes(value.trim())

/** Texts one below the other in one paragraph. */
export const brokenContent = (lines: readonly string[]): Content =>
  lines.flatMap((line, index): Content => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...textContent(line),
  ])

export const paragraph = (children: Content): Paragraph => ({
  type: 'paragraph',
  data: { id: newId() },
  children,
})

export const heading = (depth: 1 | 2 | 3, children: Content): Heading => ({
  type: 'heading',
  depth,
  data: { id: newId() },
  children,
})

/** How many places `plainText` gives to a node. */
function lengthOf(node: Phrasing): number {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.length
  if ('children' in node) return node.children.reduce((sum, child) => sum + lengthOf(child), 0)
  return node.type === 'break' ? 1 : 0
}

const isEmpty = (node: Phrasing): boolean =>
  'children' in node ? node.children.every(isEmpty) : node.type === 'text' && node.value === ''

/** Cuts a text in two at an offset of its plain text; a mark or a link that stands across the cut goes on in both. */
export function splitContent(content: Content, offset: number): [before: Content, after: Content] {
  const before: Phrasing[] = []
  const after: Phrasing[] = []
  let at = 0
  for (const node of content) {
    const length = lengthOf(node)
    const cut = offset - at
    at += length
    if (cut >= length) before.push(node)
    else if (cut <= 0) after.push(node)
    else if ('children' in node) {
      const [left, right] = splitContent(node.children, cut)
      before.push({ ...node, children: left })
      after.push({ ...node, children: right })
    } else if (node.type === 'text' || node.type === 'inlineCode') {
      before.push({ ...node, value: node.value.slice(0, cut) })
      after.push({ ...node, value: node.value.slice(cut) })
    } else after.push(node)
  }
  return [before.filter((node) => !isEmpty(node)), after.filter((node) => !isEmpty(node))]
}

function trimEdge(content: Content, side: 'start' | 'end'): Content {
  const at = side === 'start' ? 0 : content.length - 1
  const node = content[at]
  if (node === undefined) return content
  if (node.type === 'break') return trimEdge(content.toSpliced(at, 1), side)
  if (node.type === 'text') {
    const value = side === 'start' ? node.value.trimStart() : node.value.trimEnd()
    if (value === '') return trimEdge(content.toSpliced(at, 1), side)
    return value === node.value ? content : content.with(at, { ...node, value })
  }
  if ('children' in node) {
    const children = trimEdge(node.children, side)
    if (children.length === 0) return trimEdge(content.toSpliced(at, 1), side)
    return children === node.children ? content : content.with(at, { ...node, children })
  }
  return content
}

/** The text without white space, breaks and empty marks at its edges. */
export const trimContent = (content: Content): Content =>
  trimEdge(trimEdge(content, 'start'), 'end')
