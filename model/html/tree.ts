/** HTML as any parser gives it, without what we never read. Names are in lower case; attributes are as written. */
export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
}
export type HtmlNode = string | HtmlElement

export const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string'

export const classesOf = ({ attributes }: HtmlElement): readonly string[] =>
  attributes['class']?.split(/\s+/).filter(Boolean) ?? []

/** All characters inside, in order. */
export const textOf = (node: HtmlNode): string =>
  isElement(node) ? node.children.map(textOf).join('') : node

/** Is there an element inside, itself left out, that `test` says yes to? */
export const someInside = (element: HtmlElement, test: (inner: HtmlElement) => boolean): boolean =>
  element.children.some((child) => isElement(child) && (test(child) || someInside(child, test)))
