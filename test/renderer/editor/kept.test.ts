import { buildEditorFromExtensions, $createHorizontalRuleNode } from '@lexical/extension'
import { $isListItemNode, $isListNode } from '@lexical/list'
import { $createTableNodeWithDimensions, $isTableCellNode } from '@lexical/table'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import * as v from 'valibot'
import { expect, onTestFinished, test, vi } from 'vitest'
import { paragraphBlock } from '../../../model/document/blank.ts'
import { BlockSchema, type Block, type ProseBlock } from '../../../model/document/block.ts'
import { OrderSchema } from '../../../model/document/order.ts'
import type { Flow, ListItem, Paragraph } from '../../../model/document/prose.ts'
import { plainText } from '../../../model/document/text.ts'
import { $flowOf, $nodeOf } from '../../../renderer/editor/block.ts'
import { ProseExtension } from '../../../renderer/editor/extension.ts'
import { $isOpaqueNode } from '../../../renderer/editor/opaque/node.ts'
import { $insertPieces } from '../../../renderer/editor/paste/insert.ts'
import { diffRun } from '../../../renderer/editor/run/diff.ts'
import { runBench } from './run-bench.ts'

async function bench(blocks: readonly Block[]) {
  const run = await runBench(blocks)
  return {
    ...run,
    /** The nodes of the blocks. */
    flows: () => run.blocks().map((block) => (block as ProseBlock).node),
  }
}

const prose = (node: Flow, id = 'block'): Block => ({
  id,
  order: 'a0',
  audience: 'public',
  kind: 'prose',
  node,
})
const paragraph = (id: string, value = id): Paragraph => ({
  type: 'paragraph',
  data: { id },
  children: [{ type: 'text', value }],
})
const item = (id: string, ...lists: Flow[]): ListItem => ({
  type: 'listItem',
  children: [paragraph(id), ...lists],
})
const bullets = (...children: ListItem[]): Flow => ({ type: 'list', ordered: false, children })
const numbers = (...children: ListItem[]): Flow => ({ type: 'list', ordered: true, children })

function $first<T extends LexicalNode>(
  is: (node: LexicalNode) => node is T,
  wanted: (node: T) => boolean = () => true,
  nodes: readonly LexicalNode[] = $getRoot().getChildren(),
): T {
  const found = $all(nodes).find((node): node is T => is(node) && wanted(node))
  if (found === undefined) throw new Error('no such node')
  return found
}
const $all = (nodes: readonly LexicalNode[]): LexicalNode[] =>
  nodes.flatMap((node) => [node, ...($isElementNode(node) ? $all(node.getChildren()) : [])])

const line = (at: number): ElementNode => {
  const node = $getRoot().getChildAtIndex(at)
  if (!$isElementNode(node)) throw new Error(`no line ${at}`)
  return node
}

/** Shows the block in an editor of its own and reads it again. */
function reopened(node: Flow, id = 'block'): { flow: Flow; opaque: boolean } | undefined {
  let result: { flow: Flow; opaque: boolean } | undefined
  buildEditorFromExtensions(ProseExtension).update(
    () => {
      const shown = $nodeOf({ id, audience: 'public', node })
      result = { flow: $flowOf(shown), opaque: $isOpaqueNode(shown) }
    },
    { discrete: true },
  )
  return result
}

/** All of it can be stored and edited when it is opened again. */
function expectWhole(blocks: readonly Block[]): void {
  for (const block of blocks) {
    expect(v.is(BlockSchema, block)).toBe(true)
    if (block.kind === 'prose')
      expect(reopened(block.node, block.id)).toEqual({ flow: block.node, opaque: false })
  }
}

test('thousands of paragraphs can be put in at one place', () => {
  let blocks: ProseBlock[] = ['a0', 'a1'].map((order) => paragraphBlock(order, 'x') as ProseBlock)
  for (let count = 0; count < 1500; count++) {
    const made = paragraphBlock('a0', 'x') as ProseBlock
    const shown = blocks.toSpliced(1, 0, made)
    const changes = diffRun('s', { blocks, lower: null, upper: null }, shown)
    const put = new Map(
      changes.map((change) =>
        change.type === 'block.put' ? [change.block.id, change.block as ProseBlock] : ['', made],
      ),
    )
    blocks = shown.map((block) => put.get(block.id) ?? block)
  }
  expect(blocks.every(({ order }) => v.is(OrderSchema, order))).toBe(true)
  expect(blocks.map(({ order }) => order)).toEqual(blocks.map(({ order }) => order).toSorted())
  expect(new Set(blocks.map(({ order }) => order)).size).toBe(1502)
})

test('a text longer than one text node may be is stored, and stays one text', async () => {
  const { edit, blocks } = await bench([prose(paragraph('p', 'x'), 'p')])
  const long = 'All of the log. '.repeat(16_000)
  edit(() => line(0).append($createTextNode(long)))
  expect(v.is(BlockSchema, blocks()[0])).toBe(true)
  const { node } = blocks()[0] as ProseBlock
  expect(node.type === 'paragraph' && plainText(node.children)).toBe(`x${long}`)
  expectWhole(blocks())
})

test('several paragraphs pasted into a nested item are items', async () => {
  const { edit, flows, blocks } = await bench([prose(bullets(item('a', bullets(item('b')))))])
  edit(() => {
    const nested = $first(
      $isListItemNode,
      (node) => node.getTextContent() === 'b' && !$isListNode(node.getFirstChild()),
    )
    nested.selectEnd()
    const selection = $getSelection()
    if ($isRangeSelection(selection))
      $insertPieces([{ node: paragraph('x', '!') }, { node: paragraph('y') }], selection)
  })
  const outer = flows()[0]
  const inner = outer?.type === 'list' ? outer.children[0]?.children[1] : undefined
  expect(inner?.type === 'list' && inner.children.length).toBe(3)
  expect(JSON.stringify(flows())).toContain('"id":"b"')
  expectWhole(blocks())
})

test('an empty item that is pasted in front of an item leaves it its id', async () => {
  const { edit, flows } = await bench([prose(bullets(item('a', bullets(item('b')))))])
  edit(() => {
    const nested = $first(
      $isListItemNode,
      (node) => node.getTextContent() === 'b' && !$isListNode(node.getFirstChild()),
    )
    nested.selectStart()
    const selection = $getSelection()
    const empty: ListItem = {
      type: 'listItem',
      children: [{ type: 'paragraph', data: { id: 'x' }, children: [] }],
    }
    if ($isRangeSelection(selection)) $insertPieces([{ node: bullets(empty) }], selection)
  })
  expect(JSON.stringify(flows())).toContain(JSON.stringify(paragraph('b')))
})

test('an item with two lists under it is edited as before when it is opened again', () => {
  const two = bullets(item('a', bullets(item('b')), numbers(item('c'))), item('d'))
  expect(reopened(two)).toEqual({ flow: two, opaque: false })
})

test.each([
  ['quote', { type: 'blockquote', children: [paragraph('a'), paragraph('b')] }],
  ['callout', { type: 'callout', tone: 'warning', children: [paragraph('a'), paragraph('b')] }],
] satisfies [string, Flow][])(
  'a table that comes into a %s stands between two of them',
  async (_, box) => {
    const { edit, flows, blocks } = await bench([prose(box)])
    edit(() => {
      const [first] = line(0).getChildren()
      first!.insertAfter($createTableNodeWithDimensions(2, 2))
    })
    expect(flows().map(({ type }) => type)).toEqual([box.type, 'table', box.type])
    expect(flows()[0]).toEqual({ ...box, children: [paragraph('a')] })
    expect(flows()[2]).toEqual({ ...box, children: [paragraph('b')] })
    expectWhole(blocks())
  },
)

test('a callout in a quote and a quote in a callout become one', async () => {
  const said: Flow = {
    type: 'blockquote',
    children: [paragraph('a')],
    attribution: {
      type: 'attribution',
      data: { id: 'who' },
      children: [{ type: 'text', value: 'Somebody' }],
    },
  }
  const callout: Flow = { type: 'callout', tone: 'note', children: [paragraph('b')] }
  const inner = await bench([prose(callout, 'one'), { ...prose(said, 'two'), order: 'a1' }])
  inner.edit(() => void line(0).append(line(1)))
  expect(inner.flows()).toEqual([
    {
      type: 'callout',
      tone: 'note',
      children: [paragraph('b'), paragraph('a'), paragraph('who', 'Somebody')],
    },
  ])
  const outer = await bench([prose(said, 'one'), { ...prose(callout, 'two'), order: 'a1' }])
  outer.edit(() => void line(0).splice(0, 0, [line(1)]))
  expect(outer.flows()).toEqual([{ ...said, children: [paragraph('b'), paragraph('a')] }])
})

test('a quote that is pasted into a callout keeps the words of who said it', async () => {
  const { edit, flows, blocks } = await bench([
    prose({ type: 'callout', tone: 'note', children: [paragraph('a')] }),
  ])
  edit(() => {
    line(0).selectEnd()
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const attribution = { ...paragraph('who', 'Somebody'), type: 'attribution' as const }
    $insertPieces(
      [{ node: { type: 'blockquote', children: [paragraph('b')], attribution } }],
      selection,
    )
  })
  expect(JSON.stringify(flows())).toContain('Somebody')
  expect(flows().map(({ type }) => type)).toEqual(['callout'])
  expectWhole(blocks())
})

test('a rule does not get into a cell, and several paragraphs in one are its lines', async () => {
  const cell = (id: string) => ({
    type: 'tableCell' as const,
    data: { id },
    children: [{ type: 'text' as const, value: id }],
  })
  const { edit, flows, blocks } = await bench([
    prose({
      type: 'table',
      align: [null, null],
      children: [{ type: 'tableRow', children: [cell('a'), cell('b')] }],
    }),
  ])
  edit(() => {
    $first($isTableCellNode).append(
      $createHorizontalRuleNode(),
      $createParagraphNode().append($createTextNode('second').toggleFormat('bold')),
    )
  })
  expect(flows()[0]).toMatchObject({
    children: [
      {
        children: [
          {
            data: { id: 'a' },
            children: [
              { type: 'text', value: 'a' },
              { type: 'break' },
              { type: 'strong', children: [{ type: 'text', value: 'second' }] },
            ],
          },
          cell('b'),
        ],
      },
    ],
  })
  expectWhole(blocks())
})

test('words that are joined to an empty line keep their id and their audience', async () => {
  const empty = paragraphBlock('a0')
  const words = { ...prose(paragraph('w'), 'w'), order: 'a1', audience: 'internal' as const }
  const { edit, blocks } = await bench([empty, words])
  edit(() => {
    line(1).selectStart()
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    selection.anchor.set(line(0).getKey(), 0, 'element')
    selection.removeText()
  })
  expect(blocks()).toMatchObject([{ id: 'w', audience: 'internal', node: paragraph('w') }])
})

test.each([
  ['the words behind it', 0],
  ['what is left of the words behind it', 4],
])(
  'a paragraph that is removed together with its end leaves %s their id and their audience',
  async (_, offset) => {
    const gone = prose(paragraph('p', 'Nobody read it.'), 'p')
    const words = prose(paragraph('w', 'The key was in a log.'), 'w')
    const { edit, blocks } = await bench([
      gone,
      { ...words, order: 'a1', audience: 'internal' as const },
    ])
    edit(() => {
      const first = line(0).selectStart().anchor
      const [key, start] = [first.key, first.offset]
      const selection = line(1).selectStart()
      selection.anchor.set(key, start, 'text')
      selection.focus.offset = offset
      selection.removeText()
    })
    expect(blocks()).toMatchObject([
      {
        id: 'w',
        audience: 'internal',
        node: paragraph('w', 'The key was in a log.'.slice(offset)),
      },
    ])
  },
)

test('a step that goes wrong halfway is taken back whole, and nothing of it comes out with the next', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
  const { edit, flows } = await bench([
    prose(paragraph('p', 'The key was in a log.'), 'p'),
    { ...prose(paragraph('q', 'Nobody read it.'), 'q'), order: 'a1' },
  ])
  const defect = new Error('halfway')
  edit(() => {
    line(0).clear()
    throw defect
  })
  edit(() => line(1).append($createTextNode(' Ever.')))
  expect(said).toHaveBeenCalledWith(defect)
  expect(flows()).toEqual([
    paragraph('p', 'The key was in a log.'),
    paragraph('q', 'Nobody read it. Ever.'),
  ])
})
