import type { Element, ElementContent } from 'hast'

/** About how much stands on a line of paper, in letters; an ideograph takes the room of two. A sheet has some 45 lines. */
const LINE = 66
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu
/** What is longer breaks across sheets: to keep it whole would leave more than a quarter of a sheet white. */
const WHOLE = 12
/** The contents stand on the first sheet, where nothing was before them. */
const CONTENTS = 30
/** Two items or rows that are longer together need not be read together. */
const JOINED = 5
/** A longer paragraph stands by itself. */
const LEAD = 3
/** A paragraph that cannot be parted into three lines and three: Chromium sometimes leaves one of them alone. */
const PARAGRAPH = 6

const KEPT = new Set(['blockquote', 'li', 'pre', 'tr'])
const KEPT_CLASSES = new Set(['callout', 'quote', 'remark', 'scroll'])
/**
 * What a paragraph is nothing without. A table or a figure says by itself what it is, and may come on the next sheet, unless the
 * paragraph ends by announcing it.
 */
const LED_TO = new Set(['ul', 'ol', 'dl', 'pre', 'blockquote'])
const LED_TO_CLASSES = new Set(['callout', 'quote'])
/** A colon at the end, as wide as a letter or as an ideograph. */
const ANNOUNCES = /[:：]\s*$/u
const JOINING = new Set(['ol', 'ul', 'tbody'])
/** Each of these says by itself what it is. */
const ENTRIES = new Set(['findings', 'actions', 'timeline'])
const INLINE = new Set('a bdi code data del em span strong sup time wbr'.split(' '))

const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : []
const isOf = (element: Element, names: ReadonlySet<string>): boolean =>
  classesOf(element).some((name) => names.has(name))

const textOf = (node: ElementContent): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.children.map(textOf).join('')
      : ''

const elementsIn = ({ children }: Element): Element[] =>
  children.filter((child) => child.type === 'element')

/** About how many lines an element takes on paper. */
function linesOf(element: Element): number {
  if (element.tagName === 'svg') return 1
  if (element.tagName === 'pre') return textOf(element).split('\n').length
  const blocks = elementsIn(element).filter(({ tagName }) => !INLINE.has(tagName))
  if (blocks.length === 0) {
    const text = textOf(element)
    return Math.ceil((text.length + (text.match(WIDE)?.length ?? 0)) / LINE)
  }
  const lines = blocks.map(linesOf)
  // Cells stand beside each other.
  return element.tagName === 'tr' ? Math.max(...lines) : lines.reduce((sum, one) => sum + one, 0)
}

function mark(element: Element, name: string): void {
  element.properties.className = [...classesOf(element), name]
}

/** The first two of several and the last two stay together where they are short, so that none stands alone on a sheet. */
function join(items: readonly Element[]): void {
  for (const at of new Set([0, items.length - 2])) {
    const [one, next] = [items[at], items[at + 1]]
    if (one && next && linesOf(one) + linesOf(next) <= JOINED) mark(one, 'joined')
  }
}

const isLead = (element: Element, next: Element | undefined): boolean =>
  element.tagName === 'p' &&
  next !== undefined &&
  (LED_TO.has(next.tagName) ||
    isOf(next, LED_TO_CLASSES) ||
    (next.tagName !== 'p' && ANNOUNCES.test(textOf(element)))) &&
  linesOf(element) <= LEAD

/** The most lines of an element that is not parted; of one that the style sheet always parts, any number. */
function mostLines(element: Element): number {
  if (element.tagName === 'p') return PARAGRAPH
  if (classesOf(element).includes('contents')) return CONTENTS
  return KEPT.has(element.tagName) || isOf(element, KEPT_CLASSES) ? WHOLE : Infinity
}

/**
 * Says what stays together on paper, by classes for the style sheet: what is `long` may be parted, what is `joined` stays with what
 * comes next, and so does a `lead`, a short paragraph before a list, a quotation or code, because "These are our findings:" at
 * the foot of a sheet leads to nothing. By length, so that no sheet is left mostly white for the sake of what would not fit on it.
 */
export function keepTogether(element: Element): void {
  const children = elementsIn(element)
  for (const [index, child] of children.entries()) {
    if (linesOf(child) > mostLines(child)) mark(child, 'long')
    if (isLead(child, children[index + 1])) mark(child, 'lead')
    keepTogether(child)
  }
  if (JOINING.has(element.tagName) && !isOf(element, ENTRIES)) join(children)
}
