import type { BlockContent, Heading as MdastHeading, PhrasingContent, RootContent } from 'mdast'
import { newId, type Identifier } from '../document/identifier.ts'
import type { Flow, Heading, Paragraph } from '../document/prose.ts'
import type { Content, FactForm } from '../document/text.ts'
import { alertIn, alertToMdast } from './alert.ts'
import { codeFromMdast, codeToMdast } from './code.ts'
import type { Definitions } from './definition.ts'
import { listsFromMdast, listToMdast } from './list.ts'
import { textNodes } from './plain.ts'
import { attributed, quoteToMdast } from './quote.ts'
import { tableFromMdast, tableToMdast } from './table.ts'
import { footnoteMark, textFromMdast, textToMdast, unknownText } from './text.ts'

/** Lists and quotes inside one another beyond this depth stand beside their parents (the schema's limit is 16). */
const DEEPEST = 5

const paragraph = (children: Content): Paragraph => ({
  type: 'paragraph',
  data: { id: newId() },
  children,
})

/** Texts one below the other, as they stand in a source that is kept as it is. */
const literal = (value: string): Flow[] => {
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  const children = lines.flatMap((line, at): Content => [
    ...(at > 0 ? [{ type: 'break' } as const] : []),
    ...textNodes(line.trim()),
  ])
  return children.length === 0 ? [] : [paragraph(children)]
}

const clampDepth = (depth: number): Heading['depth'] =>
  Math.min(Math.max(depth, 1), 3) as Heading['depth']

/**
 * mdast flow content as prose. `above` is how many levels of headings stand above the section's own text. What the
 * document has no node for becomes text where it stands: HTML as it is written, pictures as their description and
 * address, notes behind their mark, definitions that nothing refers to as their address.
 */
export function flowFromMdast(
  nodes: readonly RootContent[],
  definitions: Definitions,
  above: number,
  depth = 0,
): Flow[] {
  const text = (children: readonly PhrasingContent[]) => textFromMdast(children, definitions)
  const deeper = (children: readonly RootContent[]) =>
    flowFromMdast(children, definitions, above, depth + 1)
  return nodes.flatMap((node): Flow[] => {
    switch (node.type) {
      case 'paragraph': {
        const children = text(node.children)
        return children.length === 0 ? [] : [paragraph(children)]
      }
      case 'heading': {
        const children = text(node.children)
        const data = { id: newId() }
        return children.length === 0
          ? []
          : [{ type: 'heading', depth: clampDepth(node.depth - above), data, children }]
      }
      case 'thematicBreak':
        return [{ type: 'thematicBreak' }]
      case 'blockquote': {
        const { tone, rest } = alertIn(node.children)
        const children = deeper(rest)
        if (depth >= DEEPEST) return children
        return [tone === undefined ? attributed(children) : { type: 'callout', tone, children }]
      }
      case 'list':
        return depth >= DEEPEST
          ? node.children.flatMap((item) => deeper(item.children))
          : listsFromMdast(node, deeper)
      case 'code': {
        const { node: code, rest } = codeFromMdast(node)
        return [...literal(rest), code]
      }
      case 'table':
        return [tableFromMdast(node, text)]
      case 'html':
        return literal(node.value)
      case 'definition':
        return definitions.isUnused(node)
          ? literal(
              `[${node.label ?? node.identifier}]: ${node.url}${node.title ? ` "${node.title}"` : ''}`,
            )
          : []
      case 'footnoteDefinition': {
        // What something refers to is a note; what nothing refers to stays where it is.
        if (definitions.noteOf(node) !== undefined) return []
        const mark = textNodes(`${footnoteMark(node)} `)
        const [first, ...rest] = deeper(node.children)
        if (first?.type === 'paragraph')
          return [{ ...first, children: [...mark, ...first.children] }, ...rest]
        return [paragraph(mark), ...(first ? [first, ...rest] : [])]
      }
      default: {
        const children = unknownText(node)
        return children.length === 0 ? [] : [paragraph(children)]
      }
    }
  })
}

/** Prose as mdast. A heading stands `above` levels below its depth; `readFact` says what a fact reads as. */
export function flowToMdast(
  nodes: readonly Flow[],
  above: number,
  readFact: (fact: Identifier, form: FactForm) => string,
): BlockContent[] {
  const text = (content: Content) => textToMdast(content, readFact)
  const inner = (children: readonly Flow[]) => flowToMdast(children, above, readFact)
  return nodes.map((node): BlockContent => {
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', children: text(node.children) }
      case 'heading':
        return {
          type: 'heading',
          depth: Math.min(node.depth + above, 6) as MdastHeading['depth'],
          children: text(node.children),
        }
      case 'thematicBreak':
        return { type: 'thematicBreak' }
      case 'blockquote':
        return quoteToMdast(
          inner(node.children),
          node.attribution && text(node.attribution.children),
        )
      case 'callout':
        return alertToMdast(node.tone, inner(node.children))
      case 'list':
        return listToMdast(node, inner)
      case 'code':
        return codeToMdast(node)
      case 'table':
        return tableToMdast(node, text)
    }
  })
}
