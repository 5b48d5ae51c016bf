import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** A text as a string of Typst, in which nothing is markup. Typst knows no other escapes than these. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`

const inside = ({ children }: Parents): string => children.map(typstOf).join('')
const all = ({ children }: Parents): string => children.map((one) => `[${typstOf(one)}]`).join(', ')

function typstOf(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return node.children.map(typstOf).join('\n\n')
    case 'text':
      return `#${quoted(node.value)};`
    case 'heading':
      return `#heading(level: ${node.depth})[${inside(node)}]`
    case 'paragraph':
      return `${inside(node)}\n\n`
    case 'emphasis':
      return `#emph[${inside(node)}]`
    case 'strong':
      return `#strong[${inside(node)}]`
    case 'delete':
      return `#strike[${inside(node)}]`
    case 'link':
      return `#link(${quoted(node.url)})[${inside(node)}]`
    case 'inlineCode':
      return `#raw(${quoted(node.value)});`
    case 'code':
      return `#raw(${quoted(node.value)}, block: true)`
    case 'break':
      return '#linebreak();'
    case 'list':
      return `#${node.ordered === true ? 'enum' : 'list'}(${all(node)})`
    case 'blockquote':
      return `#quote(block: true)[${inside(node)}]`
    case 'table':
      return `#table(columns: ${node.children[0]!.children.length}, ${node.children.map(all).join(', ')})`
    case 'listItem':
    case 'tableCell':
      return inside(node)
    default:
      throw new Error(`The bench has no words in Typst for ${node.type}`)
  }
}

/** Markdown with GitHub's tables, as a document of Typst that says the same. */
export function typstFrom(markdown: string, language: string): string {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  return `#set text(lang: ${quoted(language)})\n\n${typstOf(tree)}`
}

/**
 * Typst in this process, warm, with the faces that it brings; undefined where it has no binary for the system. What it remembers
 * of a document is forgotten before each, as with one that is new.
 */
export async function loadTypst(): Promise<((source: string) => Uint8Array) | undefined> {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const compiler = NodeCompiler.create()
    return (source) => {
      compiler.evictCache(0)
      return compiler.pdf({ mainFileContent: source })
    }
  } catch {
    return undefined
  }
}
