import { newId } from '../document/identifier.ts'
import type { Table, TableCell } from '../document/prose.ts'
import type { Content } from '../document/text.ts'
import { enter, type Context } from './context.ts'
import { isElement, someInside, type HtmlElement } from './tree.ts'

/** A table that only lays a page out holds tables, or has nothing to compare. */
export function isLayout(element: HtmlElement): boolean {
  const role = element.attributes['role']
  if (role === 'presentation' || role === 'none') return true
  if (someInside(element, ({ name }) => name === 'table')) return true
  let cells = 0
  someInside(element, ({ name }) => {
    if (name === 'td' || name === 'th') cells++
    return false
  })
  return cells < 2
}

interface Row {
  readonly cells: readonly { readonly element: HtmlElement; readonly context: Context }[]
}

/** The rows that are shown, wherever they stand in the table. */
function rowsOf(element: HtmlElement, context: Context): Row[] {
  return element.children.flatMap((child): Row[] => {
    if (!isElement(child)) return []
    const inside = enter(child, context)
    if (inside === undefined) return []
    if (child.name !== 'tr') return child.name === 'caption' ? [] : rowsOf(child, inside)
    const cells = child.children.flatMap((cell) => {
      if (!isElement(cell) || (cell.name !== 'td' && cell.name !== 'th')) return []
      const own = enter(cell, inside)
      return own === undefined ? [] : [{ element: cell, context: own }]
    })
    return cells.length === 0 ? [] : [{ cells }]
  })
}

/** How far a cell reaches. What a page claims beyond reason is not believed. */
const spanOf = (cell: HtmlElement, name: 'colspan' | 'rowspan', most: number): number => {
  const span = Number.parseInt(cell.attributes[name] ?? '1', 10)
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), most) : 1
}

type Align = Table['align'][number]
const alignOf = ({ element, context }: Row['cells'][number]): Align => {
  const value =
    context.sheet.of(element)['text-align'] ?? element.attributes['align']?.toLowerCase()
  if (value === 'center') return 'center'
  if (value === 'right' || value === 'end') return 'right'
  return value === 'left' ? 'left' : null
}

/** A header says by its place what it is; strong type in all of it says the same again. */
const unmarked = (content: Content): Content =>
  content.length > 0 && content.every(({ type }) => type === 'strong')
    ? content.flatMap((node) => (node.type === 'strong' ? node.children : [node]))
    : content

/**
 * A table as a grid: a cell that reaches over others leaves them empty, short rows are filled up, rows and columns
 * without a word at the edges go. The first row is the header.
 */
export function tableOf(
  element: HtmlElement,
  context: Context,
  textOf: (cell: HtmlElement, context: Context) => Content,
): Table | undefined {
  const rows = rowsOf(element, context)
  const grid: (Content | undefined)[][] = rows.map(() => [])
  const aligns: Align[][] = rows.map(() => [])
  rows.forEach(({ cells }, at) => {
    let column = 0
    for (const cell of cells) {
      while (grid[at]![column] !== undefined) column++
      const wide = spanOf(cell.element, 'colspan', 200)
      const high = spanOf(cell.element, 'rowspan', rows.length - at)
      const content = textOf(cell.element, cell.context)
      for (let down = 0; down < high; down++)
        for (let right = 0; right < wide; right++)
          grid[at + down]![column + right] = down === 0 && right === 0 ? content : []
      aligns[at]![column] = alignOf(cell)
      column += wide
    }
  })
  const filled = grid.filter((row) => row.some((cell) => cell !== undefined && cell.length > 0))
  const columns = Math.max(
    0,
    ...filled.map((row) => row.findLastIndex((cell) => cell !== undefined && cell.length > 0) + 1),
  )
  if (columns === 0) return undefined
  const body = Math.min(1, rows.length - 1)
  return {
    type: 'table',
    align: Array.from({ length: columns }, (_, column) => aligns[body]?.[column] ?? null),
    children: filled.map((row, at) => ({
      type: 'tableRow',
      children: Array.from({ length: columns }, (_, column): TableCell => {
        const children = row[column] ?? []
        return {
          type: 'tableCell',
          data: { id: newId() },
          children: at === 0 ? unmarked(children) : children,
        }
      }),
    })),
  }
}
