import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Flow, ListItem } from '../../../model/document/prose.ts'
import type { Content } from '../../../model/document/text.ts'
import { readHtml } from '../../../model/html/read.ts'
import type { HtmlNode } from '../../../model/html/tree.ts'

const treeOf = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): HtmlNode[] =>
  nodes.flatMap((node): HtmlNode[] => {
    if ('tagName' in node)
      return [
        {
          name: node.tagName,
          attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
          children: treeOf(node.childNodes),
        },
      ]
    return 'value' in node ? [node.value] : []
  })

/** A page as the parser of the HTML standard reads it, which is how a browser does. */
export const pageOf = (html: string): Flow[] => readHtml(treeOf(parse(html).childNodes))

const inline = (content: Content): string =>
  content
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.value
        case 'break':
          return '⏎'
        case 'inlineCode':
          return `\`${node.value}\``
        case 'passage':
          return `(${node.audience}: ${inline(node.children)})`
        case 'footnoteReference':
          return `{${node.note}}`
        case 'fact':
          return `{${node.fact}}`
        case 'link':
          return `[${inline(node.children)}](${node.url})`
        default:
          return `<${node.type}>${inline(node.children)}</${node.type}>`
      }
    })
    .join('')

/** Blocks as lines that a test can compare and a person can read. */
export function drawn(flows: readonly (Flow | ListItem)[], indent = ''): string[] {
  return flows.flatMap((flow): string[] => {
    switch (flow.type) {
      case 'paragraph':
        return [indent + inline(flow.children)]
      case 'heading':
        return [`${indent}${'#'.repeat(flow.depth)} ${inline(flow.children)}`]
      case 'thematicBreak':
        return [`${indent}---`]
      case 'code':
        return [`${indent}code ${flow.lang ?? ''}`.trimEnd(), ...flow.value.split('\n')]
      case 'blockquote':
        return drawn(flow.children, `${indent}> `)
      case 'table':
        return flow.children.map(
          ({ children }) =>
            `${indent}| ${children.map((cell) => inline(cell.children)).join(' | ')}`,
        )
      case 'list':
        return flow.children.flatMap((item, at) => {
          const mark = flow.ordered ? `${String((flow.start ?? 1) + at)}. ` : '- '
          const [first, ...rest] = drawn(item.children)
          return [`${indent}${mark}${first ?? ''}`, ...rest.map((line) => `${indent}  ${line}`)]
        })
      default:
        return drawn(flow.children, indent)
    }
  })
}
