import type { Element, ElementContent } from 'hast'
import { withDivisions } from './divide.ts'

/** Running text. Headings, names and what stands on one line are never divided. */
const DIVIDED = new Set(['p', 'li', 'dd', 'td', 'figcaption', 'blockquote'])
const WHOLE = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'code',
  'pre',
  'time',
  'dt',
  'th',
  'svg',
])
const WHOLE_CLASSES = new Set<unknown>([
  'bound',
  'contents',
  'label',
  'languages',
  'metadata',
  'when',
  'marks',
])

function isWhole({ tagName, properties }: Element): boolean {
  const names = Array.isArray(properties.className) ? properties.className : []
  return WHOLE.has(tagName) || names.some((name) => WHOLE_CLASSES.has(name))
}

/**
 * Lets the long words of a page on paper be divided at the ends of lines. What Chromium then prints has a hyphen there
 * and nowhere else, which whoever takes text from a PDF drops (`unbroken` keeps all others off the ends of lines).
 */
export function divideWords(element: Element, locale: string, inside = false): void {
  if (isWhole(element)) return
  const divided = inside || DIVIDED.has(element.tagName)
  element.children = element.children.map((child): ElementContent => {
    if (child.type === 'element') divideWords(child, locale, divided)
    return divided && child.type === 'text'
      ? { ...child, value: withDivisions(child.value, locale) }
      : child
  })
}
