import { newId } from '../document/identifier.ts'
import type { Flow, Heading } from '../document/prose.ts'
import type { Content, Phrasing } from '../document/text.ts'
import { codeOf } from './code.ts'
import { enter, isSeen, type Context } from './context.ts'
import { newLine, type Line } from './line.ts'
import { grouped, type Item } from './list.ts'
import { isLayout, tableOf } from './table.ts'
import { classesOf, isElement, type HtmlElement, type HtmlNode } from './tree.ts'
import { wordItemOf } from './word-list.ts'

/** Where what is read goes. */
interface Sink {
  readonly line: Line
  readonly parts: (Flow | Item)[]
  /** What the texts of a line that ended become. Undefined: this is one text, and blocks in it are its lines. */
  readonly put: ((texts: Content[]) => void) | undefined
  /** How many lists are around. */
  readonly lists: number
}

const BLOCK = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
   footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody
   td tfoot th thead tr ul`.split(/\s+/),
)

const paragraph = (children: Content): Flow => ({
  type: 'paragraph',
  data: { id: newId() },
  children,
})

/** Several texts as one, each on its line. */
export const lines = (texts: readonly Content[]): Content =>
  texts.flatMap((text, at): Content => (at === 0 ? text : [{ type: 'break' }, ...text]))

/** A heading is strong by itself. */
const plain = (content: Content): Content =>
  content.flatMap((node): Content =>
    node.type === 'strong'
      ? plain(node.children)
      : 'children' in node
        ? [{ ...node, children: plain(node.children) } as Phrasing]
        : [node],
  )

/** Ends the line: what is in it becomes what its sink makes of it, or, inside one text, a line of that. */
function end({ line, put }: Sink, context: Context): void {
  if (put === undefined) line.break(context)
  else {
    const texts = line.take()
    if (texts.length > 0) put(texts)
  }
}

/** The element as one text. */
function textIn(element: HtmlElement, context: Context): Content {
  const sink: Sink = { line: newLine(), parts: [], put: undefined, lists: 0 }
  walk(element.children, context, sink)
  return lines(sink.line.take())
}

function partsIn(element: HtmlElement, context: Context): (Flow | Item)[] {
  const parts: (Flow | Item)[] = []
  const sink: Sink = {
    line: newLine(),
    parts,
    put: (texts) => parts.push(...texts.map(paragraph)),
    lists: 0,
  }
  walk(element.children, context, sink)
  end(sink, context)
  return parts
}

/** A quote holds text, headings, lists and code; what else is in it stands between two quotes. */
function quoted(parts: readonly (Flow | Item)[]): Flow[] {
  const out: Flow[] = []
  let children: Flow[] = []
  const close = (): void => {
    if (children.length > 0) out.push({ type: 'blockquote', children })
    children = []
  }
  const flat = grouped(parts).flatMap((flow) =>
    flow.type === 'blockquote' ? flow.children : [flow],
  )
  for (const flow of flat) {
    if (flow.type === 'table' || flow.type === 'thematicBreak') {
      close()
      out.push(flow)
    } else children.push(flow)
  }
  close()
  return out
}

function headingLevel(element: HtmlElement): number | undefined {
  if (/^h[1-6]$/.test(element.name)) return Number(element.name.slice(1))
  if (element.attributes['role'] === 'heading')
    return Number.parseInt(element.attributes['aria-level'] ?? '2', 10) || 2
  if (classesOf(element).some((name) => /^MsoTitle/i.test(name))) return 1
  return undefined
}

const levelOf = (element: HtmlElement, list: HtmlElement, sink: Sink): number => {
  const said = element.attributes['data-aria-level'] ?? element.attributes['aria-level']
  const indent = Number.parseInt(list.attributes['data-indent'] ?? '', 10)
  return Math.max(sink.lists + 1, Number.parseInt(said ?? '1', 10) || 1, indent + 1 || 1)
}

/** A list as items in a row. Lists that stand right in a list are inside the item before them. */
function readList(list: HtmlElement, context: Context, sink: Sink): void {
  let number = Number.parseInt(list.attributes['start'] ?? '1', 10) || 1
  const ordered = list.name === 'ol'
  const inner = { ...sink, lists: sink.lists + 1 }
  for (const child of list.children) {
    if (!isElement(child) || child.name !== 'li') {
      walk([child], context, inner)
      continue
    }
    const inside = enter(child, context)
    if (inside === undefined) continue
    const level = levelOf(child, list, sink)
    const start = number++
    const item: Sink = {
      ...inner,
      line: newLine(),
      put: (texts) =>
        sink.parts.push({ type: 'item', level, ordered, start, content: lines(texts) }),
    }
    walk(child.children, inside, item, true)
    end(item, inside)
  }
}

/** Reads a block. False: its children stand where it stands. */
function readBlock(element: HtmlElement, context: Context, sink: Sink, inItem: boolean): boolean {
  const style = context.sheet.of(element)
  const { name } = element
  if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') {
    if (sink.put === undefined) return false
    readList(element, context, sink)
    return true
  }
  if (name === 'table' && sink.put !== undefined) {
    if (isLayout(element)) return false
    const caption = element.children.find((child) => isElement(child) && child.name === 'caption')
    if (caption !== undefined) walk([caption], context, sink)
    const table = tableOf(element, context, textIn)
    if (table !== undefined) sink.parts.push(table)
    return true
  }
  if (sink.put === undefined || inItem) return false
  const level = headingLevel(element)
  if (level !== undefined) {
    const children = plain(textIn(element, context))
    // Depths are made relative once all are known.
    if (children.length > 0)
      sink.parts.push({
        type: 'heading',
        depth: level as Heading['depth'],
        data: { id: newId() },
        children,
      })
    return true
  }
  const word = wordItemOf(element, style, context.sheet)
  if (word !== undefined) {
    const content = textIn(element, context)
    if (content.length > 0) sink.parts.push({ type: 'item', ...word, content })
    return true
  }
  if (
    name === 'blockquote' ||
    classesOf(element).some((each) => /^Mso(Intense)?Quote/.test(each))
  ) {
    sink.parts.push(...quoted(partsIn(element, context)))
    return true
  }
  const written = name === 'pre' || (name === 'div' && context.fixed && context.kept)
  if (!written) return false
  const { value, lang } = codeOf(element, context)
  if (value !== '')
    sink.parts.push({ type: 'code', ...(lang === undefined ? {} : { lang }), value })
  return true
}

/** Emoji come as pictures of themselves. Other pictures are not text. */
function pictureText({ attributes }: HtmlElement): string {
  const alt = attributes['alt'] ?? ''
  return /^(:[\w+-]+:|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}\u{FE0F}\u{200D}]+)$/u.test(
    alt,
  )
    ? alt
    : ''
}

/** `inItem`: these are the blocks of an item of a list, which is one text. */
function walk(nodes: readonly HtmlNode[], context: Context, sink: Sink, inItem = false): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      if (isSeen(context)) sink.line.text(node, context, context.kept)
      continue
    }
    const inside = enter(node, context)
    if (inside === undefined) continue
    if (node.name === 'br') sink.line.break(inside)
    else if (node.attributes['data-stringify-type'] === 'paragraph-break') {
      sink.line.break(inside)
      sink.line.break(inside)
      walk(node.children, inside, sink, inItem)
    } else if (node.name === 'img') sink.line.text(pictureText(node), inside, false)
    else if (node.name === 'input') {
      if (node.attributes['type'] === 'checkbox')
        sink.line.text('checked' in node.attributes ? '[x] ' : '[ ] ', inside, true)
    } else if (node.name === 'hr') {
      end(sink, inside)
      if (sink.put !== undefined && !inItem) sink.parts.push({ type: 'thematicBreak' })
    } else if (node.name === 'rt') {
      sink.line.text('(', inside, true)
      walk(node.children, inside, sink, inItem)
      sink.line.text(')', inside, true)
    } else if (BLOCK.has(node.name) || inside.block) {
      // The blocks of an item of a list are its lines.
      if (inItem && node.name !== 'ul' && node.name !== 'ol' && node.name !== 'table')
        sink.line.break(inside)
      else end(sink, inside)
      if (readBlock(node, inside, sink, inItem)) continue
      walk(node.children, inside, sink, inItem)
      if (inItem) sink.line.break(inside)
      else end(sink, inside)
    } else walk(node.children, inside, sink, inItem)
  }
}

/** The blocks of a page. Its highest headings stand right under the section's own, whatever their rank was. */
export function flowsOf(nodes: readonly HtmlNode[], context: Context): Flow[] {
  const page: HtmlElement = { name: 'body', attributes: {}, children: nodes }
  const flows = grouped(partsIn(page, context))
  const ranks = flows.flatMap((flow) => (flow.type === 'heading' ? [flow.depth] : []))
  const above = Math.min(...ranks) - 1
  const settle = (flow: Flow): Flow => {
    if (flow.type === 'heading')
      return { ...flow, depth: Math.min(flow.depth - above, 3) as Heading['depth'] }
    return flow.type === 'blockquote' ? { ...flow, children: flow.children.map(settle) } : flow
  }
  return flows.map(settle)
}
