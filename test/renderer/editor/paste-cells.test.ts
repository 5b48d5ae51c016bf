import {
  $createTableSelectionFrom,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
} from '@lexical/table'
import { $getRoot, $isElementNode, type BaseSelection } from 'lexical'
import { expect, test } from 'vitest'
import type { Audience } from '../../../model/document/audience.ts'
import type { Block } from '../../../model/document/block.ts'
import { newId } from '../../../model/document/identifier.ts'
import type { Flow } from '../../../model/document/prose.ts'
import { documentForAudience } from '../../../model/units/audience-view.ts'
import { $insertPieces } from '../../../renderer/editor/paste/insert.ts'
import type { Piece } from '../../../renderer/editor/paste/own.ts'
import { runBench } from './run-bench.ts'

const table = (...values: string[]): Flow => ({
  type: 'table',
  align: values.map(() => null),
  children: [
    {
      type: 'tableRow',
      children: values.map((value) => ({
        type: 'tableCell',
        data: { id: newId() },
        children: [{ type: 'text', value }],
      })),
    },
  ],
})
const words = (value: string): Flow => ({
  type: 'paragraph',
  data: { id: newId() },
  children: [{ type: 'text', value }],
})

function $cells(place: 'caret' | 'selected'): BaseSelection {
  const grid = $getRoot().getFirstChild()
  const row = $isTableNode(grid) ? grid.getFirstChild() : null
  const [first, last] = $isTableRowNode(row) ? row.getChildren().filter($isTableCellNode) : []
  if (!$isTableNode(grid) || !$isElementNode(first) || last === undefined)
    throw new Error('no table')
  return place === 'caret' ? first.selectEnd() : $createTableSelectionFrom(grid, first, last)
}

/** What stands in a public table after the paste, and what the public reads of it. */
async function pasted(place: 'caret' | 'selected', pieces: readonly Piece[]) {
  const block: Block = {
    id: 'table',
    order: 'a0',
    audience: 'public',
    kind: 'prose',
    node: table('Tool', 'Seen'),
  }
  const { edit, blocks, document } = await runBench([block])
  edit(() => $insertPieces(pieces, $cells(place)))
  const read = (audience: Audience): string =>
    JSON.stringify(documentForAudience(document(), audience))
  return { all: JSON.stringify(blocks()), inside: read('internal'), outside: read('public') }
}

test.each(['caret', 'selected'] as const)(
  'an internal table that is pasted into a public one stays internal (%s)',
  async (place) => {
    const { inside, outside } = await pasted(place, [
      { node: table('Bob', 'did it'), audience: 'internal' },
    ])
    expect(inside).toMatch(/Bob.*did it/)
    expect(outside).not.toMatch(/Bob|did it/)
  },
)

test('internal texts that are pasted over selected cells stay internal, and none is lost', async () => {
  const { inside, outside } = await pasted('selected', [
    { node: words('Bob did it'), audience: 'internal' },
    { node: { type: 'code', value: 'rm bob' }, audience: 'internal' },
  ])
  expect(inside).toMatch(/Bob did it.*rm bob/)
  expect(outside).not.toMatch(/[Bb]ob/)
})

test('texts that are pasted over selected cells keep their marks', async () => {
  const node: Flow = {
    type: 'paragraph',
    data: { id: newId() },
    children: [{ type: 'strong', children: [{ type: 'text', value: 'twice' }] }],
  }
  const { all } = await pasted('selected', [{ node }])
  expect(all).toContain('{"type":"strong","children":[{"type":"text","value":"twice"}]}')
})
