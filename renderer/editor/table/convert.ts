import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
} from '@lexical/table'
import { $createParagraphNode, $getState, $setState, createState } from 'lexical'
import type { Table } from '../../../model/document/prose.ts'
import type { Content } from '../../../model/document/text.ts'
import type { Construct } from '../construct.ts'
import { $idOf, $setId } from '../ids/state.ts'
import { $contentOfLines, $nodesOf } from '../phrasing/convert.ts'

type Align = Table['align'][number]

/** How a column is aligned, on the cell of its first row, so that it moves with the column. */
const alignState = createState('align', {
  parse: (value): Align =>
    value === 'left' || value === 'center' || value === 'right' ? value : null,
})

/** A row of equal length for each row, and an alignment for each column. */
const isPlain = (flow: Table): boolean =>
  flow.align.length > 0 &&
  flow.children.every(({ children }) => children.length === flow.align.length)

/** A cell holds one text; paragraphs that were pasted into it are its lines. */
const $cellContent = (cell: TableCellNode): Content => $contentOfLines(cell.getChildren())

export const table: Construct = {
  $node(flow) {
    if (flow.type !== 'table' || !isPlain(flow)) return null
    const rows = flow.children.map(({ children }, row) =>
      $createTableRowNode().append(
        ...children.map((cell, column) => {
          const header = row === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS
          const node = $setId($createTableCellNode(header), cell.data.id)
          const align = flow.align[column]
          if (row === 0 && align) $setState(node, alignState, align)
          return node.append($createParagraphNode().append(...$nodesOf(cell.children)))
        }),
      ),
    )
    return $createTableNode().append(...rows)
  },
  $flow(node) {
    if (!$isTableNode(node)) return null
    const rows = node
      .getChildren()
      .filter($isTableRowNode)
      .map((row) => row.getChildren().filter($isTableCellNode))
    return {
      type: 'table',
      align: (rows[0] ?? []).map((cell) => $getState(cell, alignState)),
      children: rows.map((cells) => ({
        type: 'tableRow',
        children: cells.map((cell) => ({
          type: 'tableCell',
          data: { id: $idOf(cell) },
          children: $cellContent(cell),
        })),
      })),
    }
  },
}
