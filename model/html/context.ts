import { addressOf } from './address.ts'
import { backgroundOf, colourOf, isLost, WHITE } from './colour.ts'
import { isHidden } from './hidden.ts'
import type { Around, Mark } from './line.ts'
import type { Declarations, Sheet } from './style.ts'
import { classesOf, type HtmlElement } from './tree.ts'

/** What holds for the text inside an element. */
export interface Context extends Around {
  readonly sheet: Sheet
  /** From Word, Excel or Outlook: the page is white, and changes are tracked. */
  readonly office: boolean
  /** Is white space shown as it is written? */
  readonly kept: boolean
  readonly colour: string | undefined
  readonly behind: string | undefined
  /** Does a style make a block of the element? Is its type of fixed width? */
  readonly block: boolean
  readonly fixed: boolean
  readonly depth: number
}

/** No browser nests elements deeper than 512; what claims to be deeper is an attack. */
const DEEPEST = 520

export const outermost = (sheet: Sheet, office: boolean): Context => ({
  sheet,
  office,
  kept: false,
  marks: new Set(),
  code: false,
  link: undefined,
  colour: undefined,
  behind: office ? WHITE : undefined,
  block: false,
  fixed: false,
  depth: 0,
})

const STRONG = new Set(['b', 'strong'])
const EMPHASIS = new Set(['i', 'em', 'cite', 'dfn', 'var'])
const DELETE = new Set(['s', 'strike', 'del'])
const CODE = new Set(['code', 'kbd', 'pre', 'samp', 'tt'])
const FIXED =
  /^["']?(courier|consolas|menlo|monaco|monospace|[a-z ]*\bmono\b|source code|fira code|cascadia)/

const bold = (weight: string): boolean =>
  weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600

function marksOf(element: HtmlElement, style: Declarations, around: Context): ReadonlySet<Mark> {
  const marks = new Set(around.marks)
  if (STRONG.has(element.name)) marks.add('strong')
  if (EMPHASIS.has(element.name)) marks.add('emphasis')
  if (DELETE.has(element.name)) marks.add('delete')
  const { 'font-weight': weight, 'font-style': slope } = style
  // `<b style="font-weight:normal">` is how Google Docs wraps all that is copied.
  if (weight !== undefined && weight !== 'inherit') {
    if (bold(weight)) marks.add('strong')
    else marks.delete('strong')
  }
  if (slope !== undefined && slope !== 'inherit') {
    if (/^(italic|oblique)/.test(slope)) marks.add('emphasis')
    else marks.delete('emphasis')
  }
  const line = `${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`
  if (line.includes('line-through')) marks.add('delete')
  return marks.size === around.marks.size && [...marks].every((mark) => around.marks.has(mark))
    ? around.marks
    : marks
}

function keeps(element: HtmlElement, style: Declarations, around: Context): boolean {
  const space = style['white-space'] ?? style['white-space-collapse']
  if (space !== undefined && space !== 'inherit')
    return /^(pre|break-spaces|preserve)/.test(space) && space !== 'pre-line'
  return element.name === 'pre' || around.kept
}

/** The context inside an element, or undefined where nothing of it is to be read. */
export function enter(element: HtmlElement, around: Context): Context | undefined {
  const style = around.sheet.of(element)
  if (around.depth >= DEEPEST || isHidden(element, style, around.office)) return undefined
  const colour = colourOf(style['color'] ?? element.attributes['color']) ?? around.colour
  const behind =
    backgroundOf(style) ?? colourOf(element.attributes['bgcolor']?.toLowerCase()) ?? around.behind
  const code =
    around.code ||
    CODE.has(element.name) ||
    classesOf(element).includes('HTMLCode') ||
    (element.name === 'span' && FIXED.test(style['font-family'] ?? ''))
  return {
    ...around,
    marks: marksOf(element, style, around),
    kept: keeps(element, style, around),
    code,
    colour,
    behind,
    block: /^(block|flex|grid|list-item|table|flow-root)$/.test(style['display'] ?? ''),
    fixed: FIXED.test(style['font-family'] ?? '') || around.fixed,
    link: (element.name === 'a' ? addressOf(element.attributes['href']) : undefined) ?? around.link,
    depth: around.depth + 1,
  }
}

/** Can characters here be told from what is behind them? */
export const isSeen = ({ colour, behind }: Context): boolean => !isLost(colour, behind)
