import { EDITABLE } from '../editor/edge.ts'

/** The text of one line of an editor as it stands on the page, with a way back to the place of each character. */
export interface Line {
  readonly element: HTMLElement
  readonly text: string
  range(start: number, end: number): Range
}

const BLOCK = `p, h1, h2, h3, h4, h5, h6, li, td, th, blockquote, [${EDITABLE}]`
/** Not prose: code, and what stands in a text as one thing. */
const APART = 'code, pre, [contenteditable="false"]'
/** How far outside of the window a line is looked at, so that marks are there when it is scrolled to, in pixels. */
const MARGIN = 300

/** What the page skips because it is far away is not asked where it stands: it would be laid out to answer. */
const isNear = (element: Element): boolean => {
  if (!element.checkVisibility({ contentVisibilityAuto: true })) return false
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > -MARGIN && top < window.innerHeight + MARGIN
}

/** The lines of the editors of a language under an element; `near` leaves out those that are not on the screen. */
export function* linesOf(root: ParentNode, locale: string, near: boolean): Generator<Line> {
  for (const editable of root.querySelectorAll<HTMLElement>(`[${EDITABLE}]`)) {
    if (editable.lang !== locale || (near && !isNear(editable))) continue
    if (!near || !editable.hasAttribute('data-run')) yield* linesIn(editable, editable)
    // A run of prose may be long: of its blocks, too, only those in view are read.
    else for (const block of editable.children) if (isNear(block)) yield* linesIn(editable, block)
  }
}

function* linesIn(editable: HTMLElement, within: Element): Generator<Line> {
  const texts = new Map<HTMLElement, Text[]>()
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const line = node.parentElement?.closest<HTMLElement>(BLOCK) ?? editable
    texts.set(line, [...(texts.get(line) ?? []), node as Text])
  }
  for (const [element, nodes] of texts) yield lineOf(element, nodes)
}

function lineOf(element: HTMLElement, nodes: readonly Text[]): Line {
  let text = ''
  const starts = nodes.map((node) => {
    const start = text.length
    // What stands apart keeps its length, so that offsets stay those of the page.
    text +=
      node.parentElement?.closest(APART) === null ? node.data : '\u{fffc}'.repeat(node.data.length)
    return start
  })
  const place = (offset: number, end: boolean): readonly [Text, number] => {
    const at = starts.findLastIndex((start) => (end ? start < offset : start <= offset))
    return [nodes[at]!, offset - starts[at]!]
  }
  return {
    element,
    text,
    range(start, end) {
      const range = document.createRange()
      range.setStart(...place(start, false))
      range.setEnd(...place(end, true))
      return range
    },
  }
}
