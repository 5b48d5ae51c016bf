import { Paragraph, type FileChild, type IParagraphOptions, type ParagraphChild } from 'docx'
import type { Element, ElementContent } from 'hast'
import { children, marked, type Body } from './inline.ts'
import { classesOf, hasClass, within, type Look } from './look.ts'
import { LOGO_ROOM, picture } from './picture.ts'
import { BULLETS, INDENT, MOST_LEVELS, numbersFrom } from './style.ts'
import { table } from './table.ts'

/** Where in a document a block stands. */
interface Place {
  readonly look: Look
  /** How many lists and quotations are around it. */
  readonly depth: number
  /** How many of these are lists. */
  readonly lists: number
  /** The mark of the item whose first paragraph is still to come. */
  readonly item: { readonly reference: string; readonly instance: number; taken: boolean } | null
  readonly style: string | undefined
  /** A fragment that leads to whatever comes first. */
  readonly id: unknown
}

/** What the blocks of a document share. */
export interface Flow extends Body {
  /** The numbers that numbered lists begin at. */
  readonly starts: Set<number>
  instances: number
}

const HEADINGS = {
  h1: 'Title',
  h2: 'Heading1',
  h3: 'Heading2',
  h4: 'Heading3',
  h5: 'Heading4',
  h6: 'Heading5',
} as const

/** What paragraphs of a page that are no running text are called here, by their class. */
const STYLES: readonly (readonly [name: string, style: string])[] = [
  ['label', 'Label'],
  ['audience', 'Label'],
  ['tone', 'Label'],
  ['when', 'Label'],
  ['zone', 'Stated'],
  ['see', 'Stated'],
  ['attribution', 'Quote'],
]
/** What sets its blocks apart. */
const SET_APART: Readonly<Record<string, string>> = {
  callout: 'Callout',
  restricted: 'Restricted',
  remark: 'Restricted',
}
const NOT_WRITTEN = new Set(['picture', 'key', 'notes'])

const APART = new Set(Object.values(SET_APART))

/** What stands apart stays in one box: there a label is bold and no style of its own. */
function labelled(place: Place, element: Element): Place {
  const style = STYLES.find(([name]) => hasClass(element, name))?.[1]
  if (style === undefined) return place
  return place.style !== undefined && APART.has(place.style)
    ? { ...place, look: { ...place.look, strong: style === 'Label' } }
    : { ...place, style }
}

/** Lists and quotations indent what is in them; the first paragraph of an item has its mark. */
function optionsFor({ look, depth, lists, item, style }: Place): IParagraphOptions {
  const bidirectional = look.direction === 'rtl'
  const base = { ...(bidirectional ? { bidirectional } : {}), ...(style ? { style } : {}) }
  if (item && !item.taken) {
    item.taken = true
    const level = Math.min(lists, MOST_LEVELS) - 1
    const { reference, instance } = item
    const further = depth > lists ? { indent: { start: INDENT * depth, hanging: 300 } } : {}
    return { ...base, ...further, numbering: { reference, level, instance } }
  }
  return depth === 0 ? base : { ...base, indent: { start: INDENT * depth } }
}

function paragraph(
  flow: Flow,
  place: Place,
  inside: ParagraphChild[],
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    ...optionsFor(place),
    ...more,
    children: marked(flow, place.id, inside),
  })
}

/** Terms with their values: what is stated about the whole a line each, about an entry all on one line. */
function terms(flow: Flow, place: Place, list: Element): FileChild[] {
  const { colon } = flow.page.words.labels
  const pairs = list.children.filter((child) => child.type === 'element')
  const whole = hasClass(list, 'metadata')
  const written = pairs.map((pair) =>
    pair.children
      .filter((child) => child.type === 'element')
      .flatMap((part) => [
        ...children(
          flow,
          { ...within(place.look, part), strong: whole && part.tagName === 'dt' },
          part.children,
        ),
        ...(whole && part.tagName === 'dt'
          ? children(flow, { ...place.look, strong: true }, [{ type: 'text', value: colon }])
          : []),
      ]),
  )
  const stated = { ...place, style: 'Stated' }
  if (whole) return written.map((line) => paragraph(flow, stated, line))
  const dot: ElementContent = { type: 'text', value: ' \u00B7 ' }
  const line = written.flatMap((one, at) =>
    at === 0 ? one : [...children(flow, place.look, [dot]), ...one],
  )
  return [paragraph(flow, stated, line)]
}

function list(flow: Flow, place: Place, element: Element): FileChild[] {
  const numbered = element.tagName === 'ol' && !hasClass(element, 'timeline')
  const start = Number(element.properties.start ?? 1)
  if (numbered) flow.starts.add(start)
  const reference = numbered ? numbersFrom(start) : BULLETS
  const instance = numbered ? ++flow.instances : 0
  const own = { depth: place.depth + 1, lists: place.lists + 1 }
  return element.children
    .filter((child) => child.type === 'element')
    .flatMap((item) => {
      const mark = { reference, instance, taken: false }
      const inside = { ...place, ...own, item: mark, id: item.properties.id ?? null }
      const written = blocks(flow, inside, item.children)
      return written.length > 0 ? written : [paragraph(flow, inside, [])]
    })
}

/** The table of contents: lines that lead to the sections. */
const contents = (flow: Flow, place: Place, nav: Element): FileChild[] =>
  nav.children
    .filter((child) => child.type === 'element')
    .flatMap((part) =>
      part.tagName === 'ol'
        ? part.children
            .filter((child) => child.type === 'element')
            .map((item) =>
              paragraph(
                flow,
                { ...place, style: 'Contents' },
                children(flow, place.look, item.children),
              ),
            )
        : [
            paragraph(
              flow,
              { ...place, style: 'Label' },
              children(flow, place.look, part.children),
            ),
          ],
    )

function figure(flow: Flow, place: Place, element: Element): FileChild[] {
  return element.children
    .filter((child) => child.type === 'element')
    .flatMap((part): FileChild[] => {
      if (part.tagName === 'img') {
        const shown = picture(part)
        return shown.length === 0 ? [] : [paragraph(flow, place, shown, { keepNext: true })]
      }
      const style =
        part.tagName === 'figcaption' && !hasClass(part, 'attribution') ? 'Caption' : place.style
      return block(flow, { ...place, style }, part)
    })
}

/** The first block that can carry it gets the fragment of what it stands in. */
function heldBlocks(flow: Flow, place: Place, element: Element): FileChild[] {
  const apart = classesOf(element)
    .map((name) => SET_APART[name])
    .find(Boolean)
  const id = element.properties.id ?? place.id
  return blocks(
    flow,
    { ...place, look: within(place.look, element), style: apart ?? place.style, id },
    element.children,
  )
}

function block(flow: Flow, place: Place, element: Element): FileChild[] {
  if (hasClass(element, 'notes') || classesOf(element).some((name) => NOT_WRITTEN.has(name)))
    return []
  const look = within(place.look, element)
  const here = { ...place, look, id: place.id ?? element.properties.id ?? null }
  const inside = (): ParagraphChild[] => children(flow, look, element.children)
  const named = labelled(here, element)
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [paragraph(flow, { ...here, style: HEADINGS[element.tagName] }, inside())]
    case 'p':
    case 'figcaption':
      return [paragraph(flow, named, children(flow, named.look, element.children))]
    case 'pre':
      return [paragraph(flow, { ...here, style: 'Code' }, inside())]
    case 'hr':
      return [new Paragraph({ thematicBreak: true })]
    case 'ul':
    case 'ol':
      return list(flow, here, element)
    case 'dl':
      return terms(flow, here, element)
    case 'table':
      return table(flow, look, element)
    case 'nav':
      return contents(flow, here, element)
    case 'blockquote':
      return blocks(flow, { ...here, depth: place.depth + 1, style: 'Quote' }, element.children)
    case 'figure':
      return figure(flow, here, element)
    case 'img':
      return picture(element, LOGO_ROOM).map((shown) => paragraph(flow, here, [shown]))
    case 'svg':
      return []
    default:
      return heldBlocks(flow, place, element)
  }
}

/** Flow content of a page as paragraphs and tables, in its order. */
export function blocks(flow: Flow, place: Place, nodes: readonly ElementContent[]): FileChild[] {
  let { id } = place
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const written = block(flow, { ...place, id }, node)
    if (written.length > 0) id = null
    return written
  })
}

/** Where a document begins. */
export const beginning = (look: Look): Place => ({
  ...{ look, depth: 0, lists: 0, item: null, style: undefined, id: null },
})
