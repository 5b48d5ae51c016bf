/** The namespace that the prefix `xml` is bound to (Namespaces in XML 1.0, section 3). */
export const XML = 'http://www.w3.org/XML/1998/namespace'

export interface XmlAttribute {
  /** As it is written, with its prefix. */
  readonly name: string
  readonly local: string
  /** Empty for an attribute without a prefix. */
  readonly namespace: string
  readonly value: string
}

/** An element with what is in it in order; neighbouring texts and CDATA sections are one text. */
export interface XmlElement {
  readonly name: string
  readonly local: string
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly (XmlElement | string)[]
  /** Where it begins, from 1. */
  readonly line: number
}

export const elementsIn = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string')

/** The value of an attribute; without a namespace, as attributes of a format itself have none. */
export const attribute = (
  { attributes }: XmlElement,
  local: string,
  namespace = '',
): string | undefined =>
  attributes.find((one) => one.local === local && one.namespace === namespace)?.value

/** All characters in an element, those of its descendants too. */
export const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** The element and everything in it, in document order. */
export function* within(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of elementsIn(element)) yield* within(child)
}
