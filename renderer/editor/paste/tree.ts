import type { HtmlNode } from '../../../model/html/tree.ts'

const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name.toLowerCase(), value]))

const nodesOf = (parent: Node): HtmlNode[] =>
  [...parent.childNodes].flatMap((node): HtmlNode[] => {
    if (node instanceof Text) return [node.data]
    if (!(node instanceof Element)) return []
    const name = node.localName.toLowerCase()
    return [{ name, attributes: attributesOf(node), children: nodesOf(node) }]
  })

/** A page as a tree. It is parsed into a document of its own: nothing in it runs, is loaded or becomes part of this one. */
export const treeOf = (html: string): HtmlNode[] =>
  nodesOf(new DOMParser().parseFromString(html, 'text/html'))
