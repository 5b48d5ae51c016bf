import type { PhrasingContent, Table as MdastTable } from 'mdast'
import { newId } from '../document/identifier.ts'
import type { Table } from '../document/prose.ts'
import type { Content } from '../document/text.ts'

export const tableFromMdast = (
  { align, children }: MdastTable,
  text: (nodes: readonly PhrasingContent[]) => Content,
): Table => ({
  type: 'table',
  align: align ?? [],
  children: children.map((row) => ({
    type: 'tableRow',
    children: row.children.map((cell) => ({
      type: 'tableCell',
      data: { id: newId() },
      children: text(cell.children),
    })),
  })),
})

export const tableToMdast = (
  { align, children }: Table,
  text: (content: Content) => PhrasingContent[],
): MdastTable => ({
  type: 'table',
  align: [...align],
  children: children.map((row) => ({
    type: 'tableRow',
    children: row.children.map((cell) => ({ type: 'tableCell', children: text(cell.children) })),
  })),
})
