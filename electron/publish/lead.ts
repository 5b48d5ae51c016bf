import type { Element } from 'hast'

/** About three lines: a longer paragraph stands by itself, and may break across sheets. */
const LONGEST = 240
const LED_TO = new Set(['ul', 'ol', 'dl', 'pre', 'div', 'figure'])

const length = (element: Element): number =>
  element.children.reduce(
    (sum, child) =>
      sum +
      (child.type === 'text' ? child.value.length : child.type === 'element' ? length(child) : 0),
    0,
  )

/**
 * Marks each short paragraph that leads to a list, a table or code, so that on paper the two are not parted: "These are
 * our findings:" at the foot of a page leads to nothing.
 */
export function markLeads(element: Element): void {
  const children = element.children.filter((child) => child.type === 'element')
  for (const [index, child] of children.entries()) {
    const next = children[index + 1]
    if (child.tagName === 'p' && next && LED_TO.has(next.tagName) && length(child) <= LONGEST)
      child.properties.className = [...((child.properties.className as string[]) ?? []), 'lead']
    markLeads(child)
  }
}
