import { AlignmentType, LineRuleType, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { Element } from 'hast'
import { children, type Body } from './inline.ts'
import { hasClass, within, type Look } from './look.ts'
import { HEAD_SHADING, TABLE_BORDERS } from './style.ts'

/** Of a sheet's text, in twentieths of a point; who opens the file fits the columns to what is in them. */
const WIDTH = 9000

const rowsIn = (element: Element): Element[] =>
  element.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'tr' ? [child] : rowsIn(child),
  )

function alignmentOf(cell: Element) {
  if (hasClass(cell, 'align-center')) return { alignment: AlignmentType.CENTER }
  return hasClass(cell, 'align-end') ? { alignment: AlignmentType.END } : {}
}

function cell(body: Body, look: Look, element: Element, head: boolean, width: number): TableCell {
  const own = within(look, element)
  const bidirectional = own.direction === 'rtl'
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(head ? { shading: HEAD_SHADING } : {}),
    children: [
      new Paragraph({
        ...(bidirectional ? { bidirectional } : {}),
        ...alignmentOf(element),
        spacing: { after: 0 },
        children: children(body, own, element.children),
      }),
    ],
  })
}

/** A table whose head stands again on each sheet, and what keeps it apart from what follows. */
export function table(body: Body, look: Look, element: Element): [Table, Paragraph] {
  const rows = rowsIn(element)
  const columns = Math.max(1, ...rows.map(({ children: cells }) => cells.length))
  const width = Math.floor(WIDTH / columns)
  const head = element.children.find(
    (child) => child.type === 'element' && child.tagName === 'thead',
  )
  const heads = head?.type === 'element' ? new Set(rowsIn(head)) : new Set<Element>()
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: Array.from({ length: columns }, () => width),
      borders: TABLE_BORDERS,
      tableLook: { firstRow: heads.size > 0, firstColumn: true, noHBand: true, noVBand: true },
      ...(look.direction === 'rtl' ? { visuallyRightToLeft: true } : {}),
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            ...(heads.has(row) ? { tableHeader: true } : {}),
            children: row.children
              .filter((child) => child.type === 'element')
              .map((one) => cell(body, look, one, heads.has(row), width)),
          }),
      ),
    }),
    new Paragraph({ spacing: { after: 0, line: 160, lineRule: LineRuleType.EXACT } }),
  ]
}
