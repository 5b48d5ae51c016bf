import type { Element, ElementContent } from 'hast'

/** A heading as plain text; `anchor` is the fragment of the section that it heads. */
export interface PageHeading {
  readonly text: string
  readonly anchor: string | undefined
}

const textOf = (node: ElementContent): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.tagName === 'br'
        ? ' '
        : node.children.map(textOf).join('')
      : ''

/** Every heading of a page's body in order: what its outline consists of. */
export function headingsOf(body: Element): PageHeading[] {
  const found: PageHeading[] = []
  const walk = (element: Element, anchor: string | undefined): void => {
    if (/^h[1-6]$/.test(element.tagName)) {
      const own = element.tagName === 'h2' ? anchor : undefined
      found.push({ text: textOf(element).replace(/\s+/g, ' ').trim(), anchor: own })
      return
    }
    const begins = element.tagName === 'section' || 'dataKind' in element.properties
    const inside = begins ? String(element.properties.id) : anchor
    for (const child of element.children) if (child.type === 'element') walk(child, inside)
  }
  walk(body, undefined)
  return found
}
