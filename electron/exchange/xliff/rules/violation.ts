import type { XmlAttribute, XmlElement } from '../../xml/element.ts'

/** A rule of the specification that a file breaks: its name, the line, and the element or attribute there. */
export interface Violation {
  readonly rule: string
  readonly line: number
  readonly what: string
}

export const broken = (rule: string, { name, line }: XmlElement, detail = ''): Violation => ({
  rule,
  line,
  what: detail === '' ? `<${name}>` : `<${name} ${detail}>`,
})

export const brokenBy = (
  rule: string,
  element: XmlElement,
  { name, value }: Pick<XmlAttribute, 'name' | 'value'>,
): Violation => broken(rule, element, `${name}="${value.slice(0, 80)}"`)
